// A stroke puts the cursor into the search box, unless somebody is writing. The box works without it.
addEventListener("keydown", (event) => {
  const at = event.target;
  const writes = at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select"));
  const box = document.getElementById("asked") ?? document.getElementById("search");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes || !box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Keeps the brief on this device when its reader says so, and says honestly what was not sent without a connection.
"use strict";

const PREFIX = "brief:";
const part = document.getElementById("offline");
const person = part.dataset.person;
const language = document.documentElement.lang;

function spoken(instant) {
  return new Date(instant).toLocaleString(language === "ru" ? "ru-RU" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
  });
}

function say(name, more = "") {
  const said = document.getElementById("offline-said");
  said.textContent = part.dataset[name] + (more ? ` ${more}` : "");
}

async function keptAt() {
  if (!(await caches.has(PREFIX + person))) return "";
  const cache = await caches.open(PREFIX + person);
  const found = await cache.match(JSON.parse(part.dataset.pages)[0], { ignoreVary: true });
  return found ? found.headers.get("X-Kept-At") : "";
}

async function show() {
  const at = await keptAt();
  document.getElementById("offline-remove").hidden = !at;
  say(at ? "saidKept" : "saidNothing", at ? spoken(at) : "");
}

async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + person);
  await Promise.all(names.map((name) => caches.delete(name)));
}

function filesOfPage() {
  const loaded = [...document.querySelectorAll("link[rel~=stylesheet], link[rel~=icon]")].map((each) => each.href);
  const scripts = [...document.scripts].map((each) => each.src);
  return [...new Set([...loaded, ...scripts].filter((each) => each.startsWith(`${location.origin}/static/`)))];
}

async function keep() {
  await navigator.serviceWorker.register(part.dataset.worker, { scope: part.dataset.scope });
  const { active } = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  const answer = new Promise((done) => {
    channel.port1.onmessage = (event) => done(event.data.ok);
  });
  active.postMessage({ person, pages: JSON.parse(part.dataset.pages), files: filesOfPage() }, [channel.port2]);
  if (!(await answer)) throw new Error("not kept");
}

async function remove() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  const found = await navigator.serviceWorker.getRegistration(part.dataset.scope);
  if (found) await found.unregister();
}

function offer() {
  const button = document.getElementById("offline-keep");
  document.getElementById("offline-needs-script").hidden = true;
  if (!("serviceWorker" in navigator && "caches" in window)) {
    say("saidFailed");
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await keep();
      await show();
    } catch {
      say("saidFailed");
    }
    button.disabled = false;
  });
  document.getElementById("offline-remove").addEventListener("click", async () => {
    await remove();
    await show();
  });
  forgetOthers().then(show);
}

// A copy says how old it is; its forms get marks of their own, since those it was kept with may have been used.
function nameTheCopy() {
  const banner = document.getElementById("offline-copy");
  if (!banner.dataset.kept) return;
  document.getElementById("offline-copy-at").textContent = spoken(banner.dataset.kept);
  banner.hidden = false;
  for (const field of document.querySelectorAll("form.stance input[name=token]")) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    field.value = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  }
}

let isUnsent = false;

async function canReach(address) {
  try {
    await fetch(address, { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

function guard(form) {
  let isChecked = false;
  form.addEventListener("submit", async (event) => {
    if (isChecked) return;
    event.preventDefault();
    const said = form.querySelector(".unsent");
    const button = event.submitter;
    if (!(await canReach(part.dataset.probe))) {
      said.textContent = part.dataset.saidUnsent;
      said.hidden = false;
      isUnsent = true;
      return;
    }
    isUnsent = false;
    isChecked = true;
    form.requestSubmit(button);
    isChecked = false;
  });
}

nameTheCopy();
for (const form of document.querySelectorAll("form.stance")) guard(form);
window.addEventListener("beforeunload", (event) => {
  if (isUnsent) event.preventDefault();
});
offer();

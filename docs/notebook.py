"""Run the code of the notebooks: ``python -m docs.notebook`` writes their outputs anew.

It needs a register that holds the example: ``secretariat load examples/csto``. Cells run as a notebook runs them: one
after the other in one namespace, the last expression of a cell is shown. A test compares that with what is kept.
"""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "notebooks"
NOTEBOOKS = tuple(sorted(FOLDER.glob("*.ipynb")))
Cell = dict[str, Any]


def code_cells(path: Path) -> list[Cell]:
    """The cells with code of a notebook, in order."""
    return [each for each in json.loads(path.read_text(encoding="utf-8"))["cells"] if each["cell_type"] == "code"]


def kept_output(cell: Cell) -> str:
    """What a cell shows by the file."""
    return "".join("".join(each.get("text") or each["data"]["text/plain"]) for each in cell["outputs"])


def outputs(cells: list[Cell]) -> list[str]:
    """What each cell shows when all are run: what it prints, then the value of its last expression."""
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = []
    for cell in cells:
        printed = io.StringIO()
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, "cell", "exec"), names)  # noqa: S102  # the project's own notebook
            value = None
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307  # see above
        text = printed.getvalue() + ("" if value is None else f"{value!r}\n")
        shown.append("\n".join(line.rstrip() for line in text.splitlines()))
    return shown


def write(path: Path) -> None:
    """Run a notebook and keep what its cells show."""
    content = json.loads(path.read_text(encoding="utf-8"))
    cells = [each for each in content["cells"] if each["cell_type"] == "code"]
    for number, (cell, text) in enumerate(zip(cells, outputs(cells), strict=True), start=1):
        cell["execution_count"] = number
        lines = text.splitlines(keepends=True)
        cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": lines}] if lines else []
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Write the outputs of every notebook anew."""
    for path in NOTEBOOKS:
        write(path)


if __name__ == "__main__":
    main()

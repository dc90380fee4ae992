"""From the register back to a pack, and the published schemas."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from secretariat.access.rules import Viewer
from secretariat.sources import lake
from secretariat.sources.pack.composing import SCALARS
from secretariat.sources.pack.releases import ReleaseRow
from secretariat.sources.pack.rows import Row
from secretariat.sources.pack.tables import PackTable, content_of
from secretariat.sources.queries import every_row

ROWS_A_FILE = 50_000
ROWS_IN_YAML = 2_000
_BASE: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_BASE):  # type: ignore[misc]  # the C dumper where libyaml is there, else the Python one
    """Writes scalars so that the reader of packs reads back the same ones."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, Any]]] = {}

    def ignore_aliases(self, _data: Any) -> bool:
        return True


for _tag, _pattern, _first in SCALARS:
    _Dumper.add_implicit_resolver(_tag, _pattern, ["" if char == "\0" else char for char in _first])


def yaml_text(content: Any) -> str:
    """Content as YAML that the reader of packs reads back exactly."""
    return str(yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110))


def write_rows(folder: Path, table: PackTable, rows: Sequence[dict[str, Any]]) -> list[Path]:
    """Write one table: YAML for tables that people read, JSON Lines in several files for large ones."""
    if not rows:
        return []
    if table.single or len(rows) <= ROWS_IN_YAML:
        path = folder / f"{table.name}.yaml"
        path.write_text(yaml_text(rows[0] if table.single else list(rows)), encoding="utf-8")
        return [path]
    (folder / table.name).mkdir(exist_ok=True)
    paths = []
    for start in range(0, len(rows), ROWS_A_FILE):
        path = folder / table.name / f"{start // ROWS_A_FILE + 1:04}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for row in rows[start : start + ROWS_A_FILE]:
                file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
        paths.append(path)
    return paths


def _write_back(folder: Path, rows: Sequence[Row]) -> None:
    """The files of the pack's own data sets, byte for byte. Raises ``UnableToReadLake`` where the lake lost one."""
    for row in rows:
        if not isinstance(row, ReleaseRow) or not row.file or row.retracted:
            continue
        if (kept := lake.kept_source(row.sha256)) is None:
            msg = f"the lake does not keep {row.file} (sha256 {row.sha256}); load the pack that holds it again"
            raise lake.UnableToReadLake(msg)
        path = folder / row.file
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, path)


def dump_pack(viewer: Viewer, folder: Path, tables: Sequence[PackTable]) -> dict[str, int]:
    """Write the register as a pack; the number of rows by table. Loading it again changes nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for table in tables:
        if issubclass(table.row, ReleaseRow):
            _write_back(folder, [table.as_row(record) for record in every_row(viewer, table.table)])
        rows = [content_of(table.as_row(record)) for record in every_row(viewer, table.table).iterator()]
        write_rows(folder, table, rows)
        counts[table.name] = len(rows)
    return counts


def schema_of(table: PackTable) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one file of the pack."""
    row = table.row.model_json_schema()
    definitions = row.pop("$defs", {})
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= row if table.single else {"type": "array", "items": row}
    schema["title"] = f"{table.name}.yaml"
    return schema | ({"$defs": definitions} if definitions else {})


def write_schemas(folder: Path, tables: Sequence[PackTable]) -> list[Path]:
    """Publish the schema of every table; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for table in tables:
        path = folder / f"{table.name}.schema.json"
        path.write_text(json.dumps(schema_of(table), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        paths.append(path)
    return paths

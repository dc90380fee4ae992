"""``secretariat data``: the large data sets beside the register: adding, fetching, listing, checking, removing them."""

import getpass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.cli.adding import add_snapshot, bytes_shown, counted, importer_of, options_of
from secretariat.cli.terminal import (
    AsJson,
    KnownAt,
    day,
    instant,
    mistake,
    prepare_database,
    print_json,
    print_table,
)
from secretariat.kernel import LocalizedText
from secretariat.sources import lake
from secretariat.sources.actions import retract_release
from secretariat.sources.pack.importers import downloads, importers
from secretariat.sources.queries import citations, releases
from secretariat.sources.rules import Basis, Release

data_app = typer.Typer(
    name="data",
    help="Data sets with many rows: votes, events. Their rows lie in the lake (SECRETARIAT_LAKE, or NAME.lake beside "
    "the database), as Parquet files that never change; the register says which release they are.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _row(release: Release) -> dict[str, Any]:
    stored = lake.stored(release.dataset, release.address)
    return {
        "id": release.key,
        "dataset": release.dataset,
        "kind": release.kind,
        "release": release.release,
        "licence": release.licence,
        "retrieved": release.retrieved,
        "known_from": release.known_from,
        "sha256": release.sha256,
        "address": release.address,
        "rows": dict(stored.rows) if stored else dict(release.rows),
        "quarantined": stored.quarantined if stored else release.quarantined,
        "in_lake": stored is not None,
        "in_pack": bool(release.file),
        "sources": release.basis.sources,
        "url": release.url,
    }


def _found(key: str) -> Release:
    known = releases(SECRETARIAT, known_at=datetime.now(UTC))
    for release in known:
        if release.key == key:
            return release
    names = ", ".join(release.key for release in known) or "none"
    return mistake(f"the register holds no release {key!r}, expected one of: {names}")


@data_app.command("kinds")
def kinds(as_json: AsJson = False) -> None:
    """List the kinds of files that can be added, and the data sets that can be fetched."""
    rows: list[dict[str, Any]] = [
        {"kind": each.name, "version": each.version, "dataset": each.dataset_hint, "options": each.options}
        for each in sorted(importers().values(), key=lambda each: each.name)
    ]
    fetched = [
        {"name": each.name, "kind": each.kind, "url": each.url, "licence": each.licence}
        for each in sorted(downloads().values(), key=lambda each: each.name)
    ]
    if as_json:
        print_json({"kinds": rows, "downloads": fetched})
        return
    columns = ["kind", "version", "dataset", "options"]
    print_table("Kinds of files", columns, [[*list(row.values())[:3], " ".join(row["options"])] for row in rows])
    print_table("Data sets to fetch", ["name", "kind", "url", "licence"], [list(row.values()) for row in fetched])


@data_app.command("add")
def add(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What reads the file; `data kinds` lists them.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file, or the folder of one that has several parts.")],
    dataset: Annotated[str, typer.Option("--dataset", metavar="NAME", help="The data set; else the kind's own.")] = "",
    release: Annotated[str, typer.Option("--release", metavar="TEXT", help="What its publisher calls it.")] = "",
    licence: Annotated[str, typer.Option("--licence", metavar="TEXT", help="The terms of its use.")] = "",
    retrieved: Annotated[
        date | None, typer.Option("--retrieved", parser=day, metavar="DATE", help="When it was fetched; else today.")
    ] = None,
    url: Annotated[str, typer.Option("--url", metavar="URL", help="Where it was fetched from.")] = "",
    coverage: Annotated[str, typer.Option("--coverage", metavar="TEXT", help="What it covers and lacks.")] = "",
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="ID", help="A citation of it; repeat.")
    ] = None,
    option: Annotated[
        list[str] | None, typer.Option("--option", metavar="NAME=VALUE", help="For the importer; repeat.")
    ] = None,
    known_from: Annotated[
        datetime | None,
        typer.Option("--known-from", parser=instant, metavar="INSTANT", help="When it became known; else now."),
    ] = None,
    rows_known_by: Annotated[
        str, typer.Option("--rows-known-by", metavar="COLUMN", help="The day on which each row was public by itself.")
    ] = "",
    mark: Annotated[Mark, typer.Option("--mark", help="Who may see it.")] = Mark.PUBLIC,
    strict: Annotated[bool, typer.Option("--strict", help="Add nothing when a line fits no row.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read a file into the lake and record it as a release. The same file twice changes nothing.

    Lines that fit no row are put aside, counted and shown. What is interrupted leaves nothing; run it again.
    """
    prepare_database()
    now = datetime.now(UTC)
    importer = importer_of(kind)
    options = options_of(option or (), importer)
    known = citations(SECRETARIAT, known_at=now, keys=set(source or ()))
    if missing := [each for each in source or () if each not in known]:
        mistake(f"--source {missing[0]}: the register holds no such citation")
    try:
        sha256 = lake.source_sha256(importer, file)
    except lake.UnableToImport as error:
        mistake(str(error))
    asked = Release(
        key="",
        dataset=dataset or importer.dataset_hint,
        kind=kind,
        release=release,
        sha256=sha256,
        importer=importer.version,
        basis=Basis(key="", sources=tuple(source or ())),
        options=options,
        licence=licence,
        retrieved=retrieved or now.date(),
        url=url,
        coverage=LocalizedText(en=coverage),
        rows_known_by=rows_known_by,
        known_from=known_from or now,
    )
    add_snapshot(importer, file, asked, mark=mark, whole=strict, as_json=as_json)


@data_app.command("get")
def get(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A data set; `data kinds` lists them.")],
    as_json: AsJson = False,
) -> None:
    """Fetch a data set from where it is published, check its hashes and add it. Goes on where it was interrupted.

    SECRETARIAT_DATA_MIRROR names a folder to take the files from instead. Exit code 1: the file could not be had.
    """
    prepare_database()
    download = downloads().get(name)
    if download is None:
        mistake(f"{name!r} cannot be fetched, expected one of {', '.join(sorted(downloads()))}")
    try:
        with bytes_shown() as fetched:
            path = lake.fetch(download, fetched)
    except lake.UnableToFetch as error:
        typer.echo(f"secretariat: {error}", err=True)
        raise typer.Exit(1) from error
    importer, now = importer_of(download.kind), datetime.now(UTC)
    asked = Release(
        key="",
        dataset=download.dataset or importer.dataset_hint,
        kind=download.kind,
        release=download.release,
        sha256=lake.source_sha256(importer, path),
        importer=importer.version,
        basis=Basis(key=""),
        licence=download.licence,
        retrieved=now.date(),
        url=download.url,
        rows_known_by=download.rows_known_by,
        known_from=now,
    )
    add_snapshot(importer, path, asked, mark=Mark.PUBLIC, whole=False, as_json=as_json)


@data_app.command("list")
def show(known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """List the releases of every data set, the newest of each last."""
    prepare_database()
    rows = [_row(release) for release in releases(SECRETARIAT, known_at=known_at or datetime.now(UTC))]
    if as_json:
        print_json(rows)
        return
    print_table(
        f"Data sets in {settings.LAKE}",
        ["id", "data set", "retrieved", "rows", "put aside", "in the lake"],
        [
            [
                row["id"],
                row["dataset"],
                row["retrieved"],
                counted(row["rows"]),
                row["quarantined"],
                "yes" if row["in_lake"] else "no",
            ]
            for row in rows
        ],
    )


@data_app.command("verify")
def verify(
    release: Annotated[str, typer.Argument(metavar="ID", help="One release; else all of them.")] = "",
    as_json: AsJson = False,
) -> None:
    """Read every file of the lake again and compare its hash with the one it was written with. Exit code 1: damage."""
    prepare_database()
    asked = [_found(release)] if release else releases(SECRETARIAT, known_at=datetime.now(UTC))
    rows: list[dict[str, Any]] = []
    for each in asked:
        damages = lake.verify(each.dataset, each.address)
        if each.file and not damages and lake.kept_source(each.sha256) is None:
            damages = [lake.Damage(each.file, "the lake does not keep the pack's file", "load the pack again")]
        rows.append({"id": each.key, "sound": not damages, "damages": damages})
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            typer.echo(f"{row['id']}: {'sound' if row['sound'] else 'damaged'}")
            for damage in row["damages"]:
                typer.echo(f"  {damage.file}: {damage.wrong}, expected {damage.expected}")
    if any(not row["sound"] for row in rows):
        raise typer.Exit(1)


@data_app.command("remove")
def remove(
    release: Annotated[str, typer.Argument(metavar="ID", help="A release; `data list` names them.")],
    as_json: AsJson = False,
) -> None:
    """Withdraw a release and drop its files from the lake. The register keeps the row, and that it was withdrawn."""
    prepare_database()
    found = _found(release)
    retract_release(Actor(getpass.getuser()), key=found.key, known_from=datetime.now(UTC))
    others = {each.address for each in releases(SECRETARIAT, known_at=datetime.now(UTC), dataset=found.dataset)}
    dropped = found.address not in others and lake.remove(found.dataset, found.address)
    if as_json:
        print_json({"id": found.key, "withdrawn": True, "files_removed": dropped})
    else:
        typer.echo(f"{found.key}: withdrawn; {'its files were removed' if dropped else 'it had no files of its own'}")


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(data_app)

"""Fetching the files of a data set from where they are published, or from a folder that mirrors them.

A file that is there already with the right hash is not fetched again, and what was interrupted goes on where it
stopped.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from secretariat.sources.lake.readings import sha256_of
from secretariat.sources.lake.storing import lake_folder

DOWNLOADED = "downloads"
_BLOCK = 256 * 1024
_PATIENCE = (10, 60)
"""Seconds to wait for a connection, and for the next piece."""
_PARTIAL, _NOT_SATISFIABLE = 206, 416

Fetched = Callable[[str, int, int | None], None]
"""Called with a file's name, the bytes there are so far and the bytes there will be, where the server says."""


class UnableToFetch(Exception):
    """A file could not be fetched: no network, not found, or another file than expected."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file and its SHA-256; an empty one where its publisher changes the file without notice."""

    url: str
    sha256: str = ""

    @property
    def name(self) -> str:
        """The name that it is kept under."""
        return Path(urlsplit(self.url).path).name


@dataclass(frozen=True, slots=True)
class Download:
    """A data set that may be fetched: its files, and what the register is to say of it.

    ``importer_reads`` is the file that the importer is given; empty: the folder with all of them.
    """

    name: str
    kind: str
    files: tuple[RemoteFile, ...]
    release: str = ""
    licence: str = ""
    url: str = ""
    importer_reads: str = ""
    rows_known_by: str = ""
    dataset: str = ""


def _show_nothing(name: str, done: int, total: int | None) -> None:
    """Show nothing."""


class _GoOn:
    """A downloader for pooch that goes on where an earlier one was interrupted."""

    def __init__(self, part: Path, name: str, fetched: Fetched) -> None:
        self._part, self._name, self._fetched = part, name, fetched

    def __call__(self, url: str, output_file: Any, _pooch: Any) -> None:
        import requests  # noqa: PLC0415  # pooch brings it, and nothing else needs it

        done = self._part.stat().st_size if self._part.exists() else 0
        asked = {"Range": f"bytes={done}-"} if done else {}
        with requests.get(url, headers=asked, stream=True, timeout=_PATIENCE) as answer:
            if answer.status_code == _NOT_SATISFIABLE:
                # There is no more than what is there: the hash tells whether it is the file.
                shutil.copyfile(self._part, output_file)
                return
            answer.raise_for_status()
            goes_on = answer.status_code == _PARTIAL
            done = done if goes_on else 0
            length = answer.headers.get("Content-Length")
            total = done + int(length) if length else None
            with self._part.open("ab" if goes_on else "wb") as file:
                for block in answer.iter_content(_BLOCK):
                    file.write(block)
                    done += len(block)
                    self._fetched(self._name, done, total)
        shutil.copyfile(self._part, output_file)


def _from_mirror(mirror: Path, download: Download, file: RemoteFile, target: Path) -> None:
    for found in (mirror / download.name / file.name, mirror / file.name):
        if found.is_file():
            if file.sha256 and sha256_of(found) != file.sha256:
                msg = f"{found}: has another hash than expected, {file.sha256}"
                raise UnableToFetch(msg)
            shutil.copyfile(found, target)
            return
    msg = f"{mirror}: the mirror (SECRETARIAT_DATA_MIRROR) does not hold {file.name}"
    raise UnableToFetch(msg)


def _from_publisher(file: RemoteFile, target: Path, fetched: Fetched) -> None:
    import pooch  # noqa: PLC0415  # a command that fetches nothing need not wait for it
    import requests  # noqa: PLC0415

    pooch.get_logger().setLevel("ERROR")
    part = target.with_name(f".{target.name}.part")
    try:
        pooch.retrieve(
            file.url,
            f"sha256:{file.sha256}" if file.sha256 else None,
            fname=target.name,
            path=target.parent,
            downloader=_GoOn(part, file.name, fetched),
        )
    except requests.exceptions.HTTPError as error:
        status = error.response.status_code if error.response is not None else "with an error"
        msg = f"{file.url}: the server answers {status}; the file may have moved"
        raise UnableToFetch(msg) from error
    except requests.exceptions.RequestException as error:
        msg = f"{file.url}: there is no network, or the server does not answer; what was fetched so far is kept. "
        msg += "Fetch the file by another way and name its folder in SECRETARIAT_DATA_MIRROR, or use `data add`"
        raise UnableToFetch(msg) from error
    except ValueError as error:
        # pooch's word for a hash that does not match
        part.unlink(missing_ok=True)
        msg = f"{file.url}: the file has another hash than expected, {file.sha256}: its publisher changed it"
        raise UnableToFetch(msg) from error
    part.unlink(missing_ok=True)


def fetch(download: Download, fetched: Fetched = _show_nothing) -> Path:
    """The folder with the files of a download, each of them checked. Raises :class:`UnableToFetch`."""
    folder = lake_folder() / DOWNLOADED / download.name
    folder.mkdir(parents=True, exist_ok=True)
    for file in download.files:
        target = folder / file.name
        if target.is_file() and (not file.sha256 or sha256_of(target) == file.sha256):
            continue
        if settings.DATA_MIRROR:
            _from_mirror(Path(settings.DATA_MIRROR), download, file, target)
        else:
            _from_publisher(file, target, fetched)
    return folder / download.importer_reads if download.importer_reads else folder

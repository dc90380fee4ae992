"""Files read into the lake: a sheet of roll calls, the unvotes package, the UN Digital Library, ideal points."""

from secretariat.positions.forms.digital_library import DIGITAL_LIBRARY
from secretariat.positions.forms.points import POINTS_CSV
from secretariat.positions.forms.sheet import SHEET
from secretariat.positions.forms.unvotes import UNVOTES
from secretariat.sources.lake import Download, Importer, RemoteFile

IMPORTERS: tuple[Importer, ...] = (SHEET, UNVOTES, DIGITAL_LIBRARY, POINTS_CSV)

_UNVOTES = "https://raw.githubusercontent.com/dgrtwo/unvotes/master/data"
DOWNLOADS: tuple[Download, ...] = (
    Download(
        name="unvotes",
        kind=UNVOTES.name,
        release="0.3.0",
        licence="CC0 1.0",
        url="https://github.com/dgrtwo/unvotes",
        files=(
            RemoteFile(f"{_UNVOTES}/un_votes.rda", "cf814a48bc536e8f87f8e027942ac515fe6aae9d63cd71dd88ed718b14887e87"),
            RemoteFile(
                f"{_UNVOTES}/un_roll_calls.rda", "ff2070ae600cfd32176c6d149637306b9b677d6b910f48bec59a15357d673b4b"
            ),
            RemoteFile(
                f"{_UNVOTES}/un_roll_call_issues.rda",
                "eec1b509ebce692c242b842837d5d861b52b65b2868a7c66f573d4a87d2eb0be",
            ),
        ),
        rows_known_by="date",
    ),
)
"""Roll calls that may be fetched from where they are published. The UN Digital Library's file is not among them: its
terms are accepted by the person who fetches it."""

__all__ = ["DOWNLOADS", "IMPORTERS"]

"""``secretariat data``: adding, fetching, listing, checking and removing data sets."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from secretariat.cli import data
from secretariat.sources import lake
from secretariat.sources.lake import Download, RemoteFile, UnableToFetch, fetch

pytestmark = pytest.mark.django_db
Run = Callable[..., Result]
SHEET = "rollcall,date,session,BY,RU\n5111,2011-04-18,65,Y,Y\n5112,2011-05-03,65,Y,A\n"


@pytest.fixture(autouse=True)
def own_lake(settings, tmp_path: Path) -> Path:
    settings.LAKE = str(tmp_path / "test.lake")
    return tmp_path / "test.lake"


@pytest.fixture
def run() -> Run:
    app = typer.Typer()
    data.add_to(app)
    return lambda *arguments: CliRunner().invoke(app, ["data", *map(str, arguments)])


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    path = tmp_path / "votes.csv"
    path.write_text(SHEET)
    return path


def test_a_file_is_added_listed_checked_and_removed(run: Run, votes: Path):
    added = json.loads(
        run("add", "roll-call-sheet", votes, "--release", "May 2011", "--licence", "facts", "--json").stdout
    )
    assert added["id"] == "unga-rollcalls-May-2011"
    assert (added["added"], added["rows"], added["quarantined"]) == (True, {"rollcalls": 2, "votes": 4}, 0)
    (row,) = json.loads(run("list", "--json").stdout)
    assert (row["id"], row["release"], row["licence"], row["in_lake"]) == (added["id"], "May 2011", "facts", True)
    assert row["sha256"] == lake.sha256_of(votes)
    assert json.loads(run("verify", "--json").stdout) == [{"id": added["id"], "sound": True, "damages": []}]
    assert json.loads(run("remove", added["id"], "--json").stdout) == {
        "id": added["id"],
        "withdrawn": True,
        "files_removed": True,
    }
    assert json.loads(run("list", "--json").stdout) == []
    assert list(lake.snapshots()) == []


def test_the_same_file_twice_changes_nothing(run: Run, votes: Path):
    first = json.loads(run("add", "roll-call-sheet", votes, "--json").stdout)
    again = json.loads(run("add", "roll-call-sheet", votes, "--json").stdout)
    assert again == first | {"added": False}


def test_lines_that_fit_no_row_are_shown_and_counted(run: Run, votes: Path):
    votes.write_text(SHEET + "5113,2011-06-17,65,Y,?\n")
    result = run("add", "roll-call-sheet", votes)
    assert result.exit_code == 0
    assert "votes.csv:4: RU: '?', expected Y, A, N" in result.stderr
    assert "rollcalls 2, votes 4; 1 lines put aside" in result.stdout


def test_strict_adds_nothing_when_a_line_fits_no_row(run: Run, votes: Path):
    votes.write_text(SHEET + "5113,2011-06-17,65,Y,?\n")
    result = run("add", "roll-call-sheet", votes, "--strict")
    assert result.exit_code == 2
    assert "1 lines fit no row; nothing was added" in result.stderr
    assert json.loads(run("list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "abacus", "{votes}"), "'abacus' is no kind of data, expected one of"),
        (("add", "roll-call-sheet", "{votes}.gone"), "is not a file"),
        (("add", "roll-call-sheet", "{votes}", "--source", "NONE"), "the register holds no such citation"),
        (("add", "roll-call-sheet", "{votes}", "--option", "a=b"), "does not know it"),
        (("add", "roll-call-sheet", "{votes}", "--rows-known-by", "day"), "expected one of abstain, amendment"),
        (("remove", "none"), "the register holds no release 'none'"),
        (("verify", "none"), "the register holds no release 'none'"),
        (("get", "none"), "'none' cannot be fetched, expected one of"),
    ],
)
def test_a_mistake_is_answered_in_one_line(run: Run, votes: Path, arguments: tuple[str, ...], said: str):
    result = run(*(each.format(votes=votes) for each in arguments))
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_damage_is_reported_with_exit_code_1(run: Run, votes: Path, own_lake: Path):
    added = json.loads(run("add", "roll-call-sheet", votes, "--json").stdout)
    path = own_lake / "unga-rollcalls" / added["address"] / "votes.parquet"
    path.write_bytes(b"?")
    result = run("verify")
    assert result.exit_code == 1
    assert f"unga-rollcalls/{added['address']}/votes.parquet: has the hash" in result.stdout


def test_every_kind_and_every_download_is_listed(run: Run):
    found = json.loads(run("kinds", "--json").stdout)
    assert {"roll-call-sheet", "un-digital-library", "unvotes"} <= {each["kind"] for each in found["kinds"]}
    assert "unvotes" in {each["name"] for each in found["downloads"]}
    assert "Kinds of files" in run("kinds").stdout


def test_a_mirror_stands_in_for_the_publisher(run: Run, settings, tmp_path: Path):
    settings.DATA_MIRROR = str(tmp_path)
    result = run("get", "unvotes")
    assert result.exit_code == 1
    assert "the mirror (SECRETARIAT_DATA_MIRROR) does not hold un_votes.rda" in result.stderr
    (tmp_path / "un_votes.rda").write_bytes(b"another file")
    result = run("get", "unvotes")
    assert result.exit_code == 1
    assert "has another hash than expected" in result.stderr


def test_a_mirrored_file_is_taken(settings, tmp_path: Path, votes: Path):
    settings.DATA_MIRROR = str(tmp_path)
    download = Download(
        "mirrored", "roll-call-sheet", (RemoteFile("https://example.org/votes.csv", lake.sha256_of(votes)),)
    )
    assert (fetch(download) / "votes.csv").read_text() == SHEET


class _Publisher(BaseHTTPRequestHandler):
    """Serves a sheet and, as publishers do, any end of it; notes what it was asked for."""

    asked: list[str | None] = []

    def do_GET(self) -> None:
        if self.path != "/votes.csv":
            self.send_error(404)
            return
        content, span = SHEET.encode(), self.headers.get("Range")
        self.asked.append(span)
        if span is not None:
            start = int(span.removeprefix("bytes=").removesuffix("-"))
            content = content[start:]
            self.send_response(206 if content else 416)
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Be quiet."""


@pytest.fixture
def publisher() -> Iterator[str]:
    _Publisher.asked.clear()
    server = HTTPServer(("127.0.0.1", 0), _Publisher)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def published(address: str, sha256: str = "") -> Download:
    return Download(
        "votes", "roll-call-sheet", (RemoteFile(f"{address}/votes.csv", sha256),), importer_reads="votes.csv"
    )


def test_a_file_is_fetched_once(publisher: str, votes: Path):
    download = published(publisher, lake.sha256_of(votes))
    shown: list[tuple[str, int, int | None]] = []
    path = fetch(download, lambda *step: shown.append(step))
    assert path.read_text() == SHEET
    assert shown[-1] == ("votes.csv", len(SHEET), len(SHEET))
    assert fetch(download) == path
    assert _Publisher.asked == [None]


@pytest.mark.parametrize("there", [20, len(SHEET)])
def test_an_interrupted_download_goes_on_where_it_stopped(publisher: str, votes: Path, own_lake: Path, there: int):
    folder = own_lake / "downloads" / "votes"
    folder.mkdir(parents=True)
    (folder / ".votes.csv.part").write_bytes(SHEET.encode()[:there])
    assert fetch(published(publisher, lake.sha256_of(votes))).read_text() == SHEET
    assert _Publisher.asked == [f"bytes={there}-"]
    assert [path.name for path in folder.iterdir()] == ["votes.csv"]


def test_a_file_that_was_changed_is_refused(publisher: str):
    with pytest.raises(UnableToFetch, match="its publisher changed it"):
        fetch(published(publisher, "0" * 64))


def test_an_address_that_is_gone_is_said(publisher: str):
    gone = Download("votes", "roll-call-sheet", (RemoteFile(f"{publisher}/gone.csv"),))
    with pytest.raises(UnableToFetch, match="the server answers 404; the file may have moved"):
        fetch(gone)


def test_without_a_network_it_says_so(publisher: str):
    # Nobody listens on this port of this machine.
    with pytest.raises(UnableToFetch, match="there is no network, or the server does not answer"):
        fetch(published("http://127.0.0.1:9"))

"""The journey: the review for the foreign ministers' meeting in Minsk on 31 May 2011, from the public record."""

import csv
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.kernel import LANGUAGES
from secretariat.review.actions import UnableToReview, write_review
from secretariat.watch.queries.geometry import boundaries_are_set_up

pytestmark = pytest.mark.django_db


class Page(HTMLParser):
    """What a test asks of a page: its text by paragraph, its addresses, its tags."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses, self.ids, self.tags = [], [], []
        self.pieces = []
        self._muted = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append((tag, values))
        self._muted += tag == "style"
        self.addresses += [values[name] for name in ("href", "src", "xlink:href") if name in values]
        if "id" in values:
            self.ids.append(values["id"])

    def handle_endtag(self, tag):
        self._muted -= tag == "style"

    def handle_data(self, data):
        if not self._muted:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.pieces))


@pytest.fixture
def english(reviews) -> Page:
    return Page(reviews.minsk.pages["en"])


@pytest.fixture
def russian(reviews) -> Page:
    return Page(reviews.minsk.pages["ru"])


def test_statement_and_computed_status_stand_side_by_side(english):
    assert "Said: Yerzhan Kazykhanov (Kazakhstan), 31 May 2011" in english.text
    assert "good pace" in english.text
    assert "0 of 4 (0%) were in force on 31 May 2011" in english.text
    assert (
        "Computed: on 31 May 2011 the pace of implementation of the session of 10 December 2010 is not determinable"
        in english.text
    )


def test_cohort_of_december_2010_has_its_denominators(english):
    assert "laid down 21 commitments" in english.text
    assert "1 of 21 (5%)" in english.text
    assert "nothing reported" in english.text


def test_members_are_listed_in_the_alphabet_of_the_language(english, russian):
    assert "Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia, Tajikistan, Uzbekistan" in english.text
    assert "Армения, Беларусь, Казахстан, Кыргызстан, Россия, Таджикистан, Узбекистан" in russian.text


def test_next_meeting_is_an_interval_with_its_condition(english):
    assert "1 July 2011 – 31 December 2011" in english.text
    assert "before the next session of CSC (its date is not known)" in english.text


SAID_OF_LATER_YEARS = (
    "24 November 2026",  # access to sources, compilation of data sets
    "31 December 2012",  # the end of two plans made in 2009, and their titles
    "Plan of action to 2012",
    "lan to 2012",
    "Plan of consultations from July 2011 to June 2012",
    "(Noufaily and others 2013)",  # publications that methods come from
    "(Bailey, Strezhnev and Voeten 2017)",
    "afghanistan-state-based-deaths-1990-2024",  # the name of a data set, its coverage and its release
    "January 1990 to April 2024",
    "1990-01 to 2024-04",
)
"""Later years that are no knowledge of what happened later."""


def test_nothing_later_than_the_cut_off_appears_except_access_dates(reviews):
    # the end of a plan made in 2009, the end of the interval for the next meeting, and the day of access
    allowed = {"2011-12-31", "2012-12-31", "2026-11-24"}
    for path in (*reviews.minsk.pages.values(), *reviews.minsk.data.iterdir(), reviews.minsk.record):
        text = path.read_text(encoding="utf-8")
        later = {day for day in re.findall(r"20\d\d-\d\d-\d\d", text) if day > "2011-05-31"} - allowed
        assert later == set(), path
    text = Page(reviews.minsk.pages["en"]).text
    for said in SAID_OF_LATER_YEARS:
        text = text.replace(said, "")
    years = re.findall(r".{0,60}\b20(?:1[2-9]|2\d)\b.{0,30}", text)
    assert years == []


def test_languages_share_paragraph_table_and_figure_numbers(english, russian):
    def numbered(page):
        return [name for name in page.ids if re.fullmatch(r"(?:paragraph|table|figure|trace|section)-.+", name)]

    assert numbered(english) == numbered(russian)
    assert len(numbered(english)) > 100


def test_pages_are_self_contained(english, russian):
    for page in (english, russian):
        assert all(tag != "script" for tag, _ in page.tags)
        assert all(tag not in {"link", "iframe", "img"} for tag, _ in page.tags)
        outside = [each for each in page.addresses if not each.startswith(("#", "data/", "review-"))]
        assert outside == []


def test_every_link_inside_a_page_leads_somewhere(english, reviews):
    ids = set(english.ids)
    assert len(ids) == len(english.ids)
    folder = reviews.minsk.record.parent
    for address in english.addresses:
        if address.startswith("#"):
            assert address[1:] in ids
        else:
            assert (folder / address).is_file()


def test_every_figure_has_its_rows_and_metadata(reviews):
    figures = json.loads(reviews.minsk.record.read_text(encoding="utf-8"))["figures"]
    written = {path.stem for path in reviews.minsk.data.glob("*.json")}
    assert written == {path.stem for path in reviews.minsk.data.glob("*.csv")}
    assert len(written) > 80
    for name in written:
        meta = json.loads((reviews.minsk.data / f"{name}.json").read_text(encoding="utf-8"))
        with (reviews.minsk.data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == meta["rows"]
        assert meta["as_of"] == "2011-05-31"
        assert figures[name]["version"] == meta["version"]
        assert all(row["row"] and row["table"] for row in rows), name


def test_page_meets_the_structure_readers_rely_on(english):
    assert sum(tag == "h1" for tag, _ in english.tags) == 1
    assert next(values for tag, values in english.tags if tag == "html") == {"lang": "en"}
    assert all(values.get("scope") for tag, values in english.tags if tag == "th")
    pictures = [values for _, values in english.tags if values.get("class") == "picture"]
    # the register 5, positions 3, partners 1, watch 5 (with boundary data), programmes and response the rest
    assert len(pictures) == (18 if boundaries_are_set_up() else 14)
    assert all(values["role"] == "img" and len(values["aria-label"]) > 40 for values in pictures)


def test_pdf_is_archivable_accessible_and_tagged(reviews):
    for language, path in reviews.minsk.documents.items():
        with pikepdf.open(path) as document:
            metadata = document.open_metadata()
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert str(document.Root.Lang)[:2] == language
            assert bool(document.Root.MarkInfo.Marked)
            assert len(document.pages) > 10


def test_brief_fills_exactly_the_first_page(reviews):
    for path in reviews.minsk.documents.values():
        with pikepdf.open(path) as document, document.open_outline() as outline:
            titles = {item.title: item for item in outline.root}
            first = next(title for title in titles if title.startswith("0."))
            second = next(title for title in titles if title.startswith("1."))
            assert _page(document, titles[first]) == 0
            assert _page(document, titles[second]) == 1


def _page(document, item) -> int:
    target = item.destination if item.destination is not None else item.action.D
    if isinstance(target, pikepdf.String | pikepdf.Name):
        target = document.Root.Names.Dests[target]
    return next(number for number, page in enumerate(document.pages) if page.obj.objgen == target[0].objgen)


def test_same_register_gives_the_same_bytes(example, reviews, tmp_path):
    again = write_review(
        SECRETARIAT,
        organ="CFM",
        meeting=date(2011, 5, 31),
        as_of=date(2011, 5, 31),
        known_at=None,
        out=tmp_path,
        languages=LANGUAGES,
    )
    first = reviews.minsk.record.parent
    paths = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert paths == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    different = [str(path) for path in paths if (first / path).read_bytes() != (tmp_path / path).read_bytes()]
    assert different == []
    assert again.record == tmp_path / "edition.json"


def test_review_of_2012_shows_what_entered_into_force(reviews):
    text = Page(reviews.later.pages["en"]).text
    assert "4 of 4 (100%) were in force on 31 December 2012" in text
    figures = json.loads(reviews.later.record.read_text(encoding="utf-8"))["figures"]
    assert figures["in-force-forces-2010"]["value"] == "2012-06-13"
    assert figures["in-force-charter-p2010"]["value"] == "2012-12-19"
    assert figures["in-force-cst-p2010"]["value"] == "2012-12-19"


def test_corrected_date_is_a_change_in_the_data_not_in_the_world(reviews):
    text = Page(reviews.later.pages["en"]).text
    # The first time the heading stands in the list of contents.
    change = text.split("1. What changed since the last review")[2].partition("2. Pace of implementation")[0]
    assert re.search(r"Protocol amending the Charter\s*data\s*19 September 2012\s*–", change)
    assert re.search(r"Protocol amending the Charter\s*world\s*–\s*19 December 2012", change)
    assert "data: correction" in change


@pytest.mark.parametrize(
    ("organ", "day", "said"),
    [("XXX", date(2011, 5, 31), "no organ 'XXX'"), ("CFM", date(2011, 5, 30), "no meeting of CFM on 2011-05-30")],
)
def test_unknown_organ_or_meeting_is_named(example, tmp_path, organ, day, said):
    with pytest.raises(UnableToReview, match=said):
        write_review(
            SECRETARIAT,
            organ=organ,
            meeting=day,
            as_of=date(2011, 5, 31),
            known_at=None,
            out=tmp_path,
            languages=("en",),
        )
    assert list(tmp_path.iterdir()) == []

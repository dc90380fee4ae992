"""A silence from its opening to the confirmation letter, through the pages."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from django.test import Client
from docx import Document

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.organs.rules import Outcome
from secretariat.silence.actions import close_ended_silences
from secretariat.silence.models import Closing
from secretariat.silence.queries import silence, silences
from tests.people import SignedIn, signed_in
from tests.silence.conftest import issued, opened_earlier

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
FAR = {"day": (datetime.now(UTC) + timedelta(days=10)).date().isoformat(), "clock": "17:00", "zone": "Europe/Moscow"}


def _now() -> datetime:
    return datetime.now(UTC)


def _opened(officer: SignedIn, number: int = 1) -> str:
    draft = issued(number)
    answer = officer.client.post("/silence/new", {"draft": draft, **FAR, "token": f"open-{number}"})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_end_is_shown_in_the_zone_in_which_it_was_set(officer: SignedIn, head: SignedIn):
    address = _opened(officer)
    page = head.client.get(address).content.decode()
    assert f"{FAR['day']} 17:00 Europe/Moscow" in page
    ends = datetime.combine(
        date.fromisoformat(FAR["day"]), datetime.min.time().replace(hour=17), ZoneInfo("Europe/Moscow")
    )
    assert silences(SECRETARIAT, at=_now())[0].adoption.deadline == ends


@pytest.mark.parametrize("language", ["en", "ru"])
def test_board_stands_in_the_alphabet_of_the_language(officer: SignedIn, language: str):
    board = officer.client.get(f"{_opened(officer)}.json?lang={language}").json()["board"]
    names = [row["name"][language].casefold() for row in board]
    assert names == sorted(names)


def test_only_members_know_of_it(officer: SignedIn, head: SignedIn):
    address = _opened(officer)
    assert head.client.get(address).status_code == 200
    assert signed_in("partner:UN", "desk").client.get(address).status_code == 404
    assert silences(PUBLIC, at=_now()) == []
    assert "Draft joint statement" not in Client().get("/search?q=statement").content.decode()


def test_objection_breaks_the_silence_and_needs_its_reason(officer: SignedIn, head: SignedIn):
    address = _opened(officer)
    bare = head.client.post(address, {"position": "objection", "token": "a"})
    assert bare.status_code == 400
    assert "Give the reason" in bare.content.decode()
    broken = head.client.post(address, {"position": "objection", "text_ru": "Нужны консультации", "token": "b"})
    assert broken.status_code == 302
    page = officer.client.get(address).content.decode()
    assert "Нужны консультации" in page
    assert ">broken<" in page
    late = head.client.post(address, {"position": "agree", "token": "c"})
    assert late.status_code == 400


def test_only_who_speaks_for_a_member_in_good_standing_takes_a_position(officer: SignedIn, desk: SignedIn):
    address = _opened(officer)
    refused = desk.client.post(address, {"position": "objection", "text_en": "No", "token": "a"})
    assert refused.status_code == 400
    assert signed_in("state:UZ", "head").client.post(address, {"position": "agree"}).status_code == 404
    assert officer.client.post(address, {"position": "agree", "token": "b"}).status_code == 400


def test_extension_resets_the_end_and_an_edit_voids(officer: SignedIn, head: SignedIn):
    address = _opened(officer)
    later = (datetime.now(UTC) + timedelta(days=12)).date().isoformat()
    extended = officer.client.post(
        address, {**FAR, "day": later, "change": "extend", "text_en": "Asked for", "token": "a"}
    )
    assert extended.status_code == 302
    assert f"{later} 17:00" in head.client.get(address).content.decode()
    officer.client.post(address, {"change": "edit", "text_en": "Paragraph 3", "token": "b"})
    assert "voided by an edit" in head.client.get(address).content.decode()
    again = officer.client.post("/silence/new", {"draft": "DOC-SILENCE-1", **FAR, "token": "c"})
    assert again.status_code == 302, "the edited text can be put under silence anew"
    assert ">running<" in head.client.get(address).content.decode()


def test_end_is_closed_once(csto):
    draft = issued()
    key = opened_earlier(draft, began=3 * HOUR, ends=-HOUR)
    assert close_ended_silences() == [draft]
    assert close_ended_silences() == []
    closing = Closing.objects.get(opening=key)
    assert closing.outcome == Outcome.ADOPTED
    assert closing.decided_at < closing.closed_at


def test_running_silence_is_not_closed(csto):
    opened_earlier(issued(), began=HOUR, ends=HOUR)
    assert close_ended_silences() == []


def test_position_after_the_end_is_refused(head: SignedIn):
    draft = issued()
    opened_earlier(draft, began=3 * HOUR, ends=-HOUR)
    late = head.client.post(f"/silence/{draft}", {"position": "objection", "text_en": "Too late", "token": "a"})
    assert late.status_code == 400
    found = silence(SECRETARIAT, draft, at=_now())
    assert found is not None
    assert found.adoption.outcome is Outcome.ADOPTED


@pytest.mark.parametrize("language", ["en", "ru"])
def test_letter_says_how_it_ended_and_where_each_member_stood(head: SignedIn, language: str):
    draft = issued()
    opened_earlier(draft, began=3 * HOUR, ends=-HOUR)
    close_ended_silences()
    first = head.client.get(f"/silence/{draft}/letter.docx?lang={language}")
    text = "\n".join(paragraph.text for paragraph in Document(BytesIO(first.content)).paragraphs)
    assert {"en": "The text stands adopted.", "ru": "Документ считается принятым."}[language] in text
    table = Document(BytesIO(first.content)).tables[0]
    names = [row.cells[0].text for row in table.rows[1:]]
    assert names == sorted(names, key=str.casefold)
    pdf = head.client.get(f"/silence/{draft}/letter.pdf?lang={language}").content
    assert pdf == head.client.get(f"/silence/{draft}/letter.pdf?lang={language}").content
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.Lang == language


def test_no_letter_while_it_runs(officer: SignedIn, head: SignedIn):
    address = _opened(officer)
    assert head.client.get(f"{address}/letter.pdf").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_number_of_queries(officer: SignedIn, count: int, django_assert_num_queries):
    for number in range(1, count + 1):
        opened_earlier(issued(number), began=HOUR, ends=HOUR)
    with django_assert_num_queries(7):
        silences(SECRETARIAT, at=_now())

"""The conference officer to the end: the agenda on record, what members state, the chair's brief, a calendar."""

import io
import re
from pathlib import Path

from docx import Document

from tests.browser.conftest import PageAt
from tests.browser.pages import Site
from tests.browser.preparing import prepared

CAST = {"officer": ("secretariat", "conference"), "minister": ("state:KZ", "minister")}
MINSK = "on=2011-05-31"
MEETING = "CFM-2011-H2"


def test_agenda_on_record_is_answered_by_a_minister_and_the_answer_stands_in_the_chairs_brief(
    own_site: Site, page_at: PageAt, tmp_path: Path
):
    sessions = prepared(own_site, people=CAST)["sessions"]
    officer = page_at(site=own_site, session=sessions["officer"])
    minister = page_at(site=own_site, session=sessions["minister"], width=768, height=1024)
    minister.go(f"/brief/{MEETING}?{MINSK}")
    assert minister.page.get_by_text("The agenda is not on record yet").count() == 1
    assert minister.page.get_by_role("button", name="Send to the secretariat").count() == 0
    officer.go(f"/meetings/{MEETING}/preparation?{MINSK}")
    officer.page.get_by_role("button", name="Put this agenda on record").click()
    officer.page.get_by_role("heading", name="Agenda on record").wait_for()
    assert officer.page.get_by_text("No position has been stated.").count() == 1
    minister.go(f"/brief/{MEETING}?{MINSK}")
    item = minister.page.locator(f"[id='{MEETING}-2']")
    item.get_by_label("wishes to speak").check()
    item.get_by_role("button", name="Send to the secretariat").click()
    item.get_by_text("Sent to the secretariat").wait_for()
    officer.go(f"/meetings/{MEETING}/preparation?{MINSK}")
    row = officer.page.get_by_role("region", name="Positions stated before the meeting").get_by_role("row").nth(1)
    assert "wishes to speak" in row.inner_text()
    officer.assert_accessible()
    officer.assert_fits()
    papers = officer.page.get_by_role("listitem").filter(has_text=re.compile("^Brief"))
    with officer.page.expect_download() as waiting:
        papers.get_by_role("link", name="DOCX").click()
    path = tmp_path / "brief.docx"
    waiting.value.save_as(path)
    brief = Document(io.BytesIO(path.read_bytes()))
    cells = [[cell.text for cell in row.cells] for table in brief.tables for row in table.rows]
    assert any(row[0].startswith("2. ") and row[1:3] == ["Kazakhstan", "wishes to speak"] for row in cells)
    minister.assert_quiet()
    officer.assert_quiet()


def test_calendar_is_read_by_a_program_that_cannot_sign_in(own_site: Site, page_at: PageAt):
    sessions = prepared(own_site, people=CAST)["sessions"]
    officer = page_at(site=own_site, session=sessions["officer"])
    officer.go("/account")
    officer.page.get_by_role("link", name="Addresses of your feeds").click()
    officer.page.get_by_role("button", name="Make a secret address").click()
    address = officer.page.locator("code.address").first.inner_text()
    officer.assert_accessible()
    officer.assert_fits()
    program = page_at(site=own_site).page.request
    answer = program.get(address)
    assert answer.text().startswith("BEGIN:VCALENDAR")
    assert program.get(address, headers={"If-None-Match": answer.headers["etag"]}).status == 304
    officer.page.get_by_role("button", name="Make a new address").click()
    officer.page.get_by_text("New addresses have been made").wait_for()
    assert program.get(address).status == 404
    officer.assert_quiet()


def test_addresses_fit_a_telephone_in_russian_in_the_dark(own_site: Site, page_at: PageAt):
    sessions = prepared(own_site, people=CAST)["sessions"]
    minister = page_at(site=own_site, session=sessions["minister"], width=320, scheme="dark", lang="ru")
    minister.go("/account/feeds")
    minister.page.get_by_role("button", name="Создать секретный адрес").click()
    minister.page.locator("code.address").first.wait_for()
    minister.assert_fits()
    minister.assert_accessible()
    for address in (f"/brief?{MINSK}", f"/brief/{MEETING}?{MINSK}"):
        minister.go(address)
        minister.assert_fits()
        minister.assert_accessible()

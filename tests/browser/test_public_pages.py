"""Every main page as a reader meets it: both languages, light and dark, a telephone to a desk."""

import pytest

from tests.browser.conftest import PageAt

MINSK = "on=2011-05-31&known_at=2011-05-31"
LATE = "on=2012-12-31"
PAGES = (
    f"/?{MINSK}",
    "/about",
    f"/members?{MINSK}",
    "/states/UZ?on=2013-01-01",
    f"/instruments?{MINSK}",
    f"/instruments/CHARTER?{MINSK}",
    f"/organs?{MINSK}",
    f"/organs/CSC?{MINSK}",
    f"/meetings?{MINSK}",
    f"/meetings/CFM-2011-05-31?{MINSK}",
    f"/meetings/CFM-2011-H2/preparation?{MINSK}",
    f"/calendar?{MINSK}",
    f"/decisions?{MINSK}",
    f"/decisions/DEC-2010-12-10-1?{LATE}",
    f"/commitments?{LATE}",
    f"/commitments/COM-2010-12-10-1-KZ?{LATE}",
    f"/positions?{MINSK}",
    f"/positions/POS-2008-03-28-KARABAKH?{MINSK}",
    f"/positions/votes?{MINSK}",
    f"/partners?{MINSK}",
    f"/partners/SCO?{MINSK}",
    f"/watch?{MINSK}",
    f"/watch/events/events-chronology/E150?{MINSK}",
    f"/programmes?{MINSK}",
    f"/programmes/drugs?{MINSK}",
    f"/response?{MINSK}",
    f"/response/KG-2010?{MINSK}",
    f"/sources?{MINSK}",
    f"/sources/S140?{MINSK}",
    f"/data-sets?{MINSK}",
    "/states/ZZ",
)
"""One address for each kind of page, the last one not there."""
READERS = (
    {"lang": "en", "scheme": "light", "width": 1280},
    {"lang": "ru", "scheme": "dark", "width": 320},
)
"""Each page sees each language, scheme and end of the range once; a tablet's width comes by resizing."""
TABLET = {"width": 768, "height": 1024}


@pytest.mark.parametrize("address", PAGES)
def test_page_is_accessible_and_fits_every_screen(page_at: PageAt, address: str):
    for reader in READERS:
        opened = page_at(**reader)
        found = opened.go(address)
        assert found.status == (404 if address == PAGES[-1] else 200)
        opened.assert_fits()
        opened.assert_accessible()
        if reader["width"] > TABLET["width"]:
            opened.page.set_viewport_size(TABLET)
            opened.assert_fits()
        if found.ok:  # a browser counts an answer that is not there among its errors
            opened.assert_quiet()

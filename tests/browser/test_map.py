"""The map of the watch draws, and the page says everything without it."""

import base64

import pytest

from secretariat.web.settings import MAP_LIBRARY
from tests.browser.conftest import PageAt

WATCH = "/watch?on=2011-05-31&known_at=2011-05-31"
COLOURS = """
async (png) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const dots = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  const counts = new Map();
  for (const dot of dots) counts.set(dot, (counts.get(dot) || 0) + 1);
  return [...counts.values()].map((count) => count / dots.length).sort((one, other) => other - one);
}
"""
"""The share of each colour of a picture, the largest first."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_draws_water_land_members_and_events(page_at: PageAt, scheme: str):
    if not MAP_LIBRARY.is_dir():
        pytest.skip("the map library is not set up: make assets")
    opened = page_at(scheme=scheme)
    opened.go(WATCH)
    opened.page.locator("#map[data-drawn=yes]").wait_for(timeout=60_000)
    png = base64.b64encode(opened.page.locator("#canvas canvas").screenshot()).decode()
    shares = opened.page.evaluate(COLOURS, png)
    assert len(shares) > 20, "the edges of shapes have shades of their own"
    assert sum(share > 0.02 for share in shares) >= 3, "water, land and members are three colours"
    assert shares[0] < 0.9
    assert opened.page.locator("#canvas .name").count() >= 7


def test_page_says_everything_where_scripts_do_not_run(page_at: PageAt):
    opened = page_at()
    opened.page.route("**/*.js", lambda route: route.abort())
    opened.page.route("**/*.mjs", lambda route: route.abort())
    opened.go(WATCH)
    assert not opened.page.locator("#map").is_visible()
    assert opened.page.locator("#shown table").count() >= 2

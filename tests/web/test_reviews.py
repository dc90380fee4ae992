"""The written reviews that the pages offer: those files, and nothing else of the machine."""

from pathlib import Path

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviews(tmp_path: Path, settings) -> Path:
    folder = tmp_path / "reviews"
    (folder / "data").mkdir(parents=True)
    (folder / "review.en.html").write_text("<!doctype html><title>Review</title><style>p{}</style>")
    (folder / "data" / "members.csv").write_text("state\nAM\n")
    (folder / "data" / "members.json").write_text("{}")
    (folder / "notes.txt").write_text("not a part of a review")
    (tmp_path / "secret.html").write_text("outside")
    settings.REVIEWS = str(folder)
    return folder


def test_home_links_the_reviews(csto: None, client: Client, reviews: Path):
    assert 'href="/reviews/review.en.html"' in client.get("/").content.decode()


def test_review_is_served_with_its_own_style_and_without_scripts(csto: None, client: Client, reviews: Path):
    response = client.get("/reviews/review.en.html")
    assert b"".join(response.streaming_content).startswith(b"<!doctype html>")
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "style-src 'unsafe-inline'" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "kind"), [("data/members.csv", "text/csv"), ("data/members.json", "application/json")]
)
def test_rows_of_a_figure_are_served(csto: None, client: Client, reviews: Path, name: str, kind: str):
    response = client.get(f"/reviews/{name}")
    # Read to its end, as a browser does: closing it unread would close the test's database connection with it.
    assert b"".join(response.streaming_content)
    assert response.status_code == 200
    assert response["Content-Type"].startswith(kind)


@pytest.mark.parametrize(
    "name", ["../secret.html", "%2e%2e/secret.html", "notes.txt", "data", "none.html", "a%00.html"]
)
def test_nothing_outside_the_folder_is_served(csto: None, client: Client, reviews: Path, name: str):
    assert client.get(f"/reviews/{name}").status_code == 404


def test_link_out_of_the_folder_is_not_followed(csto: None, client: Client, reviews: Path):
    (reviews / "link.html").symlink_to(reviews.parent / "secret.html")
    assert client.get("/reviews/link.html").status_code == 404

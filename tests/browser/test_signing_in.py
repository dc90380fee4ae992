"""Signing in before a browser: a one-time password, a passkey instead of it, the menu by keyboard, the pages by axe."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.browser.conftest import PageAt
from tests.browser.pages import Opened, Site

PASSWORD = "a hall of mirrors 1919"  # noqa: S105  # of nobody
EMAIL = "admin@example.org"
PAGES = (
    "/account",
    "/account/tokens",
    "/account/security/",
    "/account/sessions/",
    "/account/security/keys/",
    "/people",
    "/sign-out/",
)


@pytest.fixture
def named(own_site: Site) -> Site:
    """The site under a name: passkeys belong to names, not to numbers."""
    return replace(own_site, address=own_site.address.replace("127.0.0.1", "localhost"))


@pytest.fixture
def one_time(named: Site, run_command: Callable[..., str]) -> str:
    said = run_command(
        named, "user", "add", EMAIL, "--name", "An Administrator", "--organisation", "secretariat",
        "--duty", "administrator",
    )  # fmt: skip
    return said.split()[-1]


def changed(opened: Opened, one_time: str) -> None:
    """Sign in with the one-time password and choose another one."""
    page = opened.page
    opened.go("/sign-in/?next=/account")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(one_time)
    page.keyboard.press("Enter")
    page.get_by_label("Present password").fill(one_time)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password once more").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    page.get_by_role("heading", name="My account").wait_for()


def test_passkey_takes_the_place_of_the_password(named: Site, one_time: str, page_at: PageAt):
    opened = page_at(site=named)
    page = opened.page
    changed(opened, one_time)
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    opened.go("/account/security/keys/new/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Sign in with it alone, without a password").check()
    page.get_by_role("button", name="Add a key").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    opened.go("/sign-out/")
    page.get_by_role("button", name="Sign out").click()
    opened.go("/sign-in/?next=/account")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="My account").wait_for()
    opened.assert_quiet()


def test_pages_of_an_account_are_accessible_and_fit(named: Site, one_time: str, page_at: PageAt):
    wide = page_at(site=named)
    wide.go("/sign-in/")
    wide.assert_accessible()
    changed(wide, one_time)
    narrow = page_at(site=named, width=320, scheme="dark", lang="ru")
    narrow.page.context.add_cookies(wide.page.context.cookies())
    for number, address in enumerate(PAGES):
        opened = (wide, narrow)[number % 2]
        opened.go(address)
        opened.assert_accessible()
        opened.assert_fits()
    narrow.go("/people")
    narrow.assert_fits()
    wide.assert_quiet()
    narrow.assert_quiet()


def test_menu_of_the_person_works_by_keyboard_and_without_script(named: Site, one_time: str, page_at: PageAt):
    opened = page_at(site=named)
    changed(opened, one_time)
    opened.go("/members")
    page = opened.page
    page.locator("details.person summary").focus()
    page.keyboard.press("Enter")
    stops = [opened.press("Tab")["address"] for _ in range(12)]
    reached = [re.sub(r"\?.*", "", stop) for stop in stops]
    assert {"/account", "/account/security/", "/account/sessions/", "/people", "/sign-out/"} <= set(reached)

"""The settings of signing in, from the environment; ``web/settings.py`` takes them over. Nothing of Django here."""

import os
from typing import Any
from urllib.parse import urlsplit

OIDC = "ministry"
"""The name of the identity provider in addresses: ``/sign-in/with/ministry/callback/`` is registered there."""


def number_of(name: str, default: int) -> int:
    """A whole number from 1 in the environment. Raises ``ValueError`` for anything else."""
    text = os.environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and int(text)):
        msg = f"{name}: {text!r} is not a whole number from 1"
        raise ValueError(msg)
    return int(text)


IDLE_SECONDS = number_of("SECRETARIAT_IDLE_MINUTES", 60) * 60
"""A session in which nothing was asked for so long is over."""
LONGEST_SECONDS = number_of("SECRETARIAT_SESSION_HOURS", 12) * 3600
"""A session is over so long after it began, whatever is done in it."""
FRESH_SECONDS = 600
"""Acts that give marks or consents, and accounts of others, need a confirmation that is not older."""
ADDRESS = (os.environ.get("SECRETARIAT_ADDRESS") or "http://127.0.0.1:8000").rstrip("/")
"""Where the register is reached, for links in e-mails and on the command line."""
PROXIES = int(os.environ.get("SECRETARIAT_PROXIES") or 0)
"""How many proxies of one's own stand before the server: only then is the address that they report believed."""


def oidc_provider() -> dict[str, Any]:
    """The ministry's own identity provider, as the library wants it told; empty where none is named.

    Raises ``ValueError`` where one is named without its other half.
    """
    issuer = os.environ.get("SECRETARIAT_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return {}
    client, secret = (os.environ.get(f"SECRETARIAT_OIDC_CLIENT_{name}", "") for name in ("ID", "SECRET"))
    if not (client and secret):
        msg = "SECRETARIAT_OIDC_ISSUER: SECRETARIAT_OIDC_CLIENT_ID and SECRETARIAT_OIDC_CLIENT_SECRET go with it"
        raise ValueError(msg)
    name = os.environ.get("SECRETARIAT_OIDC_NAME") or urlsplit(issuer).hostname or issuer
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": OIDC,
                    "name": name,
                    "client_id": client,
                    "secret": secret,
                    "settings": {"server_url": issuer},
                }
            ],
        }
    }


def form_targets(issuer: str) -> list[str]:
    """Where a form may lead: here, and to the identity provider where there is one."""
    parts = urlsplit(issuer)
    return ["'self'", *([f"{parts.scheme}://{parts.netloc}"] if parts.netloc else [])]


LIMITS = {
    # Wrong passwords for one address, and from one place; right ones are given back.
    "login_failed": "20/m/ip,5/300s/key",
    "login": "60/m/ip",
    "reset_password": "20/m/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}

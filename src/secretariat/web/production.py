"""What production asks of the environment, and how e-mail leaves; ``web/settings.py`` takes both over.

Nothing of Django here. Each function raises ``ValueError``, with the variable's name first, where the environment does
not say what it should: nothing starts half secured.
"""

import os
import secrets
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

YEAR = 365 * 24 * 3600
KEY_LENGTH = 50
"""Letters that a secret key has at least: 50 of 64 are 300 bits, and fewer look like something typed by hand."""
_MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def is_production() -> bool:
    """Whether the register is served to others: then only over TLS, and with a secret key that stays."""
    text = os.environ.get("SECRETARIAT_PRODUCTION", "")
    if text not in {"", "0", "1"}:
        msg = f"SECRETARIAT_PRODUCTION: {text!r} is neither 0 nor 1"
        raise ValueError(msg)
    return text == "1"


def secret_key(*, production: bool) -> str:
    """The key that sessions and forms are signed with: the environment's, outside production a new one each start."""
    key = os.environ.get("SECRETARIAT_SECRET_KEY", "")
    if not production:
        return key or secrets.token_hex(32)
    if len(key) < KEY_LENGTH:
        msg = (
            f"SECRETARIAT_SECRET_KEY: production needs one of {KEY_LENGTH} letters or more, "
            "for example what openssl rand -hex 32 prints"
        )
        raise ValueError(msg)
    return key


def need_environment(*, address: str, proxies: int) -> None:
    """Refuse to start in production where the environment leaves open who is served and what stands before it."""
    if not os.environ.get("SECRETARIAT_HOSTS"):
        msg = "SECRETARIAT_HOSTS: production needs the host names that the register answers to"
        raise ValueError(msg)
    if not address.startswith("https://"):
        msg = f"SECRETARIAT_ADDRESS: production is reached by https://, not by {address}"
        raise ValueError(msg)
    if proxies < 1:
        msg = "SECRETARIAT_PROXIES: production stands behind a web server that speaks TLS; 1 says that there is one"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Post:
    """How e-mail leaves: by a server, or onto the console."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def post(url: str) -> Post:
    """Read ``console:``, ``smtp://USER:PASSWORD@HOST:PORT``, ``smtp+tls://`` (STARTTLS) or ``smtps://`` (TLS)."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return Post("django.core.mail.backends.console.EmailBackend")
    try:
        port = parts.port or _MAIL_PORTS[parts.scheme]
    except (KeyError, ValueError) as error:
        # The address itself may hold a password, and does not belong into a message.
        msg = "SECRETARIAT_EMAIL_URL: expected console:, smtp://, smtp+tls:// or smtps:// with USER:PASSWORD@HOST:PORT"
        raise ValueError(msg) from error
    if not parts.hostname:
        msg = "SECRETARIAT_EMAIL_URL: it names no host"
        raise ValueError(msg)
    return Post(
        "django.core.mail.backends.smtp.EmailBackend",
        parts.hostname,
        port,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp+tls",
        is_tls=parts.scheme == "smtps",
    )

"""Settings from the environment. ``SECRETARIAT_DATABASE_URL`` chooses the database: sqlite:///PATH or postgres://..."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

ROOMS = (
    "sources",
    "parties",
    "organs",
    "decisions",
    "positions",
    "partners",
    "watch",
    "programmes",
    "response",
)
"""The rooms that hold tables and a part of the pack, in the order they are loaded. A new room is one more word."""


def database(url: str) -> dict[str, object]:
    """The Django settings of a database address; raises ``ValueError`` on a scheme that is not supported."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        # sqlite:///relative.db and sqlite:////absolute.db, as SQLAlchemy and dj-database-url write them
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                # 64 MiB of pages: a large load is one transaction, and its indexes do not fit SQLite's own 2 MiB.
                # FULL: an acknowledged act survives a power cut (measured: docs/explanation/concepts.md).
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                "PRAGMA cache_size=-65536;",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", unquote(parts.hostname or "")),
            "PORT": str(parts.port or ""),
            "OPTIONS": options,
        }
    msg = (
        f"SECRETARIAT_DATABASE_URL: {parts.scheme or url!r} is not supported, expected sqlite:///PATH or postgres://..."
    )
    raise ValueError(msg)


DATABASES = {"default": database(os.environ.get("SECRETARIAT_DATABASE_URL", "sqlite:///secretariat.db"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский")]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "secretariat.audit",
    *[f"secretariat.{room}" for room in ROOMS],
    "secretariat.review",
    "secretariat.web",
]
MIDDLEWARE = [
    "secretariat.web.middleware.head_without_body",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "secretariat.web.middleware.content_security",
    "secretariat.web.middleware.read_only",
    "secretariat.web.middleware.json_twin",
    "secretariat.web.middleware.EmptyRegister",
]
ROOT_URLCONF = "secretariat.web.urls"
WSGI_APPLICATION = "secretariat.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "secretariat.web.context.frame"],
            "builtins": ["django.templatetags.static", "secretariat.web.tags"],
        },
    }
]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
# Nothing is signed yet (no sessions, no forms); the key only satisfies the framework and differs each start.
SECRET_KEY = os.environ.get("SECRETARIAT_SECRET_KEY") or secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = [
    host for host in os.environ.get("SECRETARIAT_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",") if host
]
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A mistyped address is answered to the one who typed it; the log is for what failed here.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}


def lake(name: str) -> str:
    """The folder of the lake: beside an SQLite database, else in the working folder."""
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot else name}.lake" if name and ":memory:" not in name else "secretariat.lake"


# Where the rows of large data sets lie as Parquet files, and what reads them.
LAKE = os.environ.get("SECRETARIAT_LAKE") or lake(
    str(DATABASES["default"]["NAME"]) if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3") else ""
)
LAKE_ENGINE = os.environ.get("SECRETARIAT_LAKE_ENGINE") or "duckdb"
# A folder with files that `secretariat data get` would otherwise fetch.
DATA_MIRROR = os.environ.get("SECRETARIAT_DATA_MIRROR", "")
# What `make assets` fetched: boundary data and the map library, each in a folder named after its package.
ASSETS = os.environ.get("SECRETARIAT_ASSETS") or str(Path(__file__).parents[3] / "assets" / "node_modules")
# The map library is served from there, where it is; pages have no map without it.
MAP_LIBRARY = Path(ASSETS) / "maplibre-gl" / "dist"
STATICFILES_DIRS = [("maplibre-gl", str(MAP_LIBRARY))] if MAP_LIBRARY.is_dir() else []
# The folder of written reviews that the pages link to; none unless `serve --reviews` or the environment names one.
REVIEWS = os.environ.get("SECRETARIAT_REVIEWS", "")

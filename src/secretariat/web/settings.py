"""Settings from the environment. ``SECRETARIAT_DATABASE_URL`` chooses the database: sqlite:///PATH or postgres://..."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from secretariat.web.production import YEAR, is_production, need_environment, post, secret_key
from secretariat.web.sign_in.options import ADDRESS, LIMITS, LONGEST_SECONDS, PROXIES, oidc_provider
from secretariat.web.sign_in.policy import policy

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


PRODUCTION = is_production()
if PRODUCTION:
    need_environment(address=ADDRESS, proxies=PROXIES)
POST = post(os.environ.get("SECRETARIAT_EMAIL_URL") or "console:")
DATABASES = {"default": database(os.environ.get("SECRETARIAT_DATABASE_URL", "sqlite:///secretariat.db"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский")]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "secretariat.audit",
    "secretariat.search",
    "secretariat.access",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "secretariat.jobs",
    "secretariat.notices",
    "secretariat.papers",
    *[f"secretariat.{room}" for room in ROOMS],
    "secretariat.review",
    "secretariat.conference",
    "secretariat.desk",
    "secretariat.silence",
    # above the sign-in library, so that its pages take our templates
    "secretariat.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
]
MIDDLEWARE = [
    "secretariat.web.middleware.head_without_body",
    "django.middleware.security.SecurityMiddleware",
    "secretariat.web.sign_in.policy.ContentSecurity",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "secretariat.web.sign_in.timeouts.limited_session",
    "secretariat.web.brief.offline.forget_on_device",
    "secretariat.web.persons.known_person",
    "secretariat.web.routes.Gate",
    "secretariat.web.middleware.twins",
    "secretariat.web.middleware.EmptyRegister",
]
AUTH_USER_MODEL = "access.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/desk"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
# A session lies in the database and ends with the browser; web/sign_in/timeouts.py ends it earlier.
SESSION_COOKIE_AGE = LONGEST_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "secretariat.web.sign_in.views.form_refused"
# The sign-in library: by e-mail address and by invitation, with a second step; it never says which accounts there are.
ACCOUNT_ADAPTER = "secretariat.web.sign_in.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = LIMITS
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
MFA_ADAPTER = "secretariat.web.sign_in.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Secretariat"
# Browsers offer passkeys on this machine without TLS, and nowhere else; so does the register.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ADDRESS.startswith(("http://localhost", "http://127.0.0.1"))
SOCIALACCOUNT_ADAPTER = "secretariat.web.sign_in.adapters.IdentityAdapter"
SOCIALACCOUNT_PROVIDERS = oidc_provider()
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# Where the register is reached, for links in e-mails.
PUBLIC_ADDRESS = ADDRESS
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy(os.environ.get("SECRETARIAT_OIDC_ISSUER", ""))}
ROOT_URLCONF = "secretariat.web.urls"
WSGI_APPLICATION = "secretariat.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "secretariat.web.context.frame",
                "secretariat.web.sign_in.policy.nonce",
            ],
            "builtins": [
                "django.templatetags.static",
                "secretariat.web.tags",
                "secretariat.web.components",
                "secretariat.web.entries",
                "secretariat.web.naming",
                "secretariat.web.styleguide.views",
            ],
        },
    }
]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
# Sessions and forms are signed with it: without one in the environment every restart signs everybody out.
SECRET_KEY = secret_key(production=PRODUCTION)
# In production nothing is said or asked without TLS, which the web server before this one speaks.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_SECONDS = YEAR if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading HSTS is for the owner of the whole domain to decide
# How e-mail leaves; nothing of a paper's content is ever in one.
EMAIL_BACKEND = POST.backend
EMAIL_HOST, EMAIL_PORT = POST.host, POST.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = POST.user, POST.password
EMAIL_USE_TLS, EMAIL_USE_SSL = POST.starts_tls, POST.is_tls
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("SECRETARIAT_EMAIL_FROM") or "secretariat@localhost"
# Only then does the server know a link that the command line has signed.
SECRET_KEY_IS_GIVEN = bool(os.environ.get("SECRETARIAT_SECRET_KEY"))
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
# Where background jobs leave the files they make, one folder a job.
JOB_FILES = os.environ.get("SECRETARIAT_JOB_FILES") or f"{LAKE.removesuffix('.lake')}.jobs"
# The queue is a table: what is asked for in a transaction is in the queue exactly if the transaction is.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
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

"""Settings, all from the environment; a fault is a sentence."""

import os
import secrets
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

HOME = Path(os.environ.get("GONGKAI_HOME", "var")).resolve()


def _day_set() -> str:
    written = os.environ.get("GONGKAI_TODAY", "")
    try:
        return date.fromisoformat(written).isoformat() if written else ""
    except ValueError as fault:
        raise ImproperlyConfigured(
            f"GONGKAI_TODAY 应写成 2026-11-23 这样、日历上有的日期，现在是“{written[:30]}”。"
            "请改正，或去掉这个变量。"
        ) from fault


TODAY_SET_TO = _day_set()
SITE_DIR = HOME / "site"
FILES_DIR = HOME / "files"
INDEX_DIR = HOME / "index"


def _secret_key() -> str:
    if key := os.environ.get("GONGKAI_SECRET_KEY"):
        return key
    kept = HOME / "secret-key"
    # A full disk may have left it empty; it is written whole under another name and renamed.
    if not kept.exists() or not kept.stat().st_size:
        HOME.mkdir(parents=True, exist_ok=True)
        new = HOME / f"secret-key.{os.getpid()}.new"
        new.touch(mode=0o600)
        try:
            new.write_text(secrets.token_urlsafe(50), encoding="ascii")
            new.replace(kept)
        finally:
            new.unlink(missing_ok=True)
    return kept.read_text(encoding="ascii")


def _sqlite() -> dict[str, object]:
    # IMMEDIATE: two editors and an import at once wait for each other
    # instead of failing with “database is locked”.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "gongkai.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


DATABASE_URL_SENTENCE = (
    "DATABASE_URL 无法使用：应写成 postgresql://用户:密码@主机:端口/库名，端口为1—65535的数。"
    "不设这个变量时使用 SQLite。"
)


def _postgresql(url: str) -> dict[str, object]:
    try:
        parts = urlsplit(url)
        port = parts.port or ""
    except ValueError as fault:
        raise ImproperlyConfigured(DATABASE_URL_SENTENCE) from fault
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(DATABASE_URL_SENTENCE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "CONN_MAX_AGE": 60,
    }


_url = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": _postgresql(_url) if _url else _sqlite()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("GONGKAI_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("GONGKAI_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "gongkai.web.org",
    "gongkai.web.audit",
    "gongkai.web.library",
    "gongkai.web.oversight",
    "gongkai.web.portal",
    "gongkai.web.desk",
    "gongkai.web.bake",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gongkai.web.desk.views.unspoken.Spoken",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "gongkai.web.urls"
WSGI_APPLICATION = "gongkai.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

AUTH_USER_MODEL = "org.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/desk/sign-in"
LOGIN_REDIRECT_URL = "/desk/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "gongkai.web.desk.views.session.locked_out"
# A line for every 404 and every wrong password would bury what really failed; the audit keeps the latter.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "axes": {"level": "ERROR"},
    },
}
CSRF_FAILURE_VIEW = "gongkai.web.desk.views.errors.expired"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

"""Whose site this is: name, address, codes, contacts."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from gongkai.web import clock
from gongkai.web.library.models import Column, Document
from gongkai.web.org.models import Body


@dataclass(frozen=True, slots=True)
class Site:
    """What the head and foot of every page say of the office.

    主办单位。单位名取自目录的责任单位；其余取自安装目录下的 site.toml，没有填写的不显示。
    """

    name: str = ""
    address: str = "http://127.0.0.1:8000"
    id_code: str = ""
    icp: str = ""
    police: str = ""
    street: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    faults_url: str = ""
    is_demonstration: bool = False
    day_is_set: bool = False

    @property
    def domain(self) -> str:
        """The host, as the meta tag SiteDomain wants it."""
        return urlsplit(self.address).netloc

    def url(self, path: str) -> str:
        """The full address of a path of the site."""
        return self.address.rstrip("/") + path


WRITTEN = {field.name for field in fields(Site)} - {"is_demonstration", "day_is_set"}


def site() -> Site:
    """The site as its office, its site.toml and its documents describe it.

    Raises ImproperlyConfigured, with a sentence, when site.toml cannot be read.
    """
    said = {"name": _host(), **_written(settings.HOME / "site.toml")}
    return Site(
        **said,
        is_demonstration=Document.objects.filter(is_demonstration=True).exists(),
        day_is_set=clock.today_is_set(),
    )


def _host() -> str:
    column = Column.objects.filter(parent=None).select_related("body").order_by("order").first()
    body = column.body if column else Body.objects.order_by("id").first()
    return body.name if body else "政府信息公开"


def _written(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ImproperlyConfigured(f"{path} 不是有效的 TOML 文件（{fault}），请改正后重试。") from fault
    if unknown := sorted(set(said) - WRITTEN):
        raise ImproperlyConfigured(
            f"{path} 里不认识“{'、'.join(unknown)}”，可以写的是：{'、'.join(sorted(WRITTEN))}。"
        )
    return {key: str(value) for key, value in said.items()}

"""What the machine must offer, and how to get it."""

import ctypes.util
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from steps import say

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
CJK_FONTS = ("NotoSansCJK*", "NotoSerifCJK*", "SourceHan*", "wqy-*", "uming*")


@dataclass(frozen=True)
class Need:
    """One thing that a test run takes from the system.

    系统件：叫什么、怎样找到、Debian 里的包名。
    """

    name: str
    packages: tuple[str, ...]
    is_present: Callable[[], bool]


def postgresql_folder() -> Path | None:
    """The folder with initdb and postgres: on PATH, or Debian's newest."""
    found = shutil.which("initdb")
    if found and (Path(found).resolve().parent / "postgres").exists():
        return Path(found).resolve().parent
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    return max(versions, key=lambda path: int(path.parent.name.partition(".")[0]), default=None)


def chromium() -> str | None:
    """The browser that the journeys drive."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def has_cjk_font() -> bool:
    """Whether a Chinese font is there: without one a PDF shows empty boxes."""
    return any(next(Path(top).rglob(name), None) for top in FONT_FOLDERS for name in CJK_FONTS)


def has_pango() -> bool:
    """Whether WeasyPrint finds the libraries that it loads."""
    return all(map(ctypes.util.find_library, ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")))


NEEDS = (
    Need("PostgreSQL", ("postgresql",), lambda: postgresql_folder() is not None),
    Need("Chromium", ("chromium",), lambda: chromium() is not None),
    Need("中文字体 (CJK fonts)", ("fonts-noto-cjk",), has_cjk_font),
    Need("Pango", ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"), has_pango),
)


def missing() -> list[Need]:
    """What this machine lacks now."""
    return [need for need in NEEDS if not need.is_present()]


def complete() -> list[Need]:
    """Install what is missing where we may, and answer what is missing still."""
    lacking = missing()
    if lacking and may_install():
        install([package for need in lacking for package in need.packages])
        lacking = missing()
    if lacking:
        names = "、".join(need.name for need in lacking)
        packages = " ".join(package for need in lacking for package in need.packages)
        say(f"! 缺少{names}，相关测试不运行；请以root执行 apt-get install {packages}")
        say(f"! Missing on this machine; to run those tests too, as root: apt-get install {packages}")
    return lacking


def may_install() -> bool:
    """Only root on a Debian system may install; nobody else's machine is changed."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages without asking; True when apt says it is done."""
    say(f"▸ 安装系统软件：{' '.join(packages)}……")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *command], env=quiet, capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"! apt-get {command[0]} 没有做成：{done.stderr.strip()[-400:]}")
            return False
    return True

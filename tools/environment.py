"""The virtual environment: venv, uv, the locked packages."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import assets
import machine
from steps import ROOT, Stop, client_environment, ended, run, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin/python"
UV_VERSION = "0.13.9"
SETS = {"run": ["--no-dev"], "develop": []}


def prepare(purpose: str) -> None:
    """Make environment and front-end assets for `purpose` (run, develop), unless they are current."""
    if not _is_current(purpose):
        _make_venv()
        run(
            "安装依赖（依 uv.lock）",
            [*_uv(), "sync", "--compile-bytecode", *_options(purpose)],
            env=_uv_environment(),
        )
        _stamp(purpose).write_text(_key())
    if not assets.is_current():
        assets.build()


def _is_current(purpose: str) -> bool:
    """A development environment holds all that running needs."""
    wanted = [_stamp(purpose), _stamp("develop")]
    return PYTHON.exists() and any(stamp.exists() and stamp.read_text() == _key() for stamp in wanted)


def _options(purpose: str) -> list[str]:
    # uv itself stands in the environment and in no lock file, so nothing may be pruned.
    options = ["--frozen", "--inexact", "--all-extras", *SETS[purpose]]
    if purpose == "run" and not assets.has_npm():
        options += ["--group", "assets"]
    return options


def _make_venv() -> None:
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    for attempt in (_venv_with_pip, _venv_with_system_pip, _venv_after_installing):
        if attempt():
            return
        shutil.rmtree(VENV, ignore_errors=True)
    raise Stop(
        "这台机器的Python没有venv模块，建不了虚拟环境。请安装它再试："
        "Debian、Ubuntu用 apt-get install python3-venv；麒麟、欧拉用 dnf install python3-pip。"
    )


def _venv_with_pip() -> bool:
    say("▸ 建立虚拟环境 .venv……")
    made = subprocess.run([sys.executable, "-m", "venv", VENV], capture_output=True, check=False)
    return made.returncode == 0


def _venv_with_system_pip() -> bool:
    """Debian splits ensurepip off; a pip that stands beside Python can fill an environment without one."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", VENV], capture_output=True, check=False
    )
    pip = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False)
    return made.returncode == 0 and pip.returncode == 0


def _venv_after_installing() -> bool:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return machine.may_install() and machine.install([f"python{version}-venv"]) and _venv_with_pip()


def _uv() -> list[str | Path]:
    own = VENV / "bin/uv"
    if not own.exists():
        run(
            "安装uv",
            [*_pip(), "install", "--quiet", "--disable-pip-version-check", f"uv=={UV_VERSION}"],
            _uv_environment(),
        )
    return [own]


def _pip() -> list[str | Path]:
    inside: list[str | Path] = [PYTHON, "-m", "pip"]
    if subprocess.run([*inside, "--version"], capture_output=True, check=False).returncode == 0:
        return inside
    if subprocess.run([PYTHON, "-m", "ensurepip"], capture_output=True, check=False).returncode == 0:
        return inside
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def _uv_environment() -> dict[str, str]:
    kept = {name: value for name, value in client_environment().items() if name != "VIRTUAL_ENV"}
    fixed = {"UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(VENV)}
    return {**kept, **fixed}


def _stamp(purpose: str) -> Path:
    return VENV / f".gongkai-{purpose}"


def _key() -> str:
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    digest.update(UV_VERSION.encode())
    return digest.hexdigest()


if __name__ == "__main__":
    try:
        prepare(sys.argv[1])
    except Stop as error:
        sys.exit(ended(error))

"""What every long step shows while it works, and how it fails."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

CERTIFICATE_STORES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)
ROOT = Path(__file__).resolve().parent.parent


class Stop(Exception):
    """A reason to end that the person can mend.

    停止：一句话说清缺什么、怎样补。
    """


def say(sentence: str) -> None:
    """Show one line of progress on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def run(caption: str, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
    """Run one long step under its caption; raise Stop naming the step if it fails."""
    say(f"▸ {caption}……")
    started = time.monotonic()
    status = subprocess.run(list(map(str, command)), cwd=ROOT, env=env, check=False).returncode
    if status:
        raise Stop(f"“{caption}”没有做成（退出码{status}），原因见上面的输出。")
    say(f"  {caption}：用时{time.monotonic() - started:.0f}秒。")


def client_environment() -> dict[str, str]:
    """The environment in which pip, uv and npm fetch: the machine's own, where to keep, whom to trust."""
    return {**os.environ, **_caches(), **_trust()}


def _caches() -> dict[str, str]:
    """Beside the packages, when there is no home to keep them in."""
    if os.access(Path.home(), os.W_OK):
        return {}
    top = ROOT / ".venv/.cache"
    return {"UV_CACHE_DIR": f"{top}/uv", "PIP_CACHE_DIR": f"{top}/pip", "npm_config_cache": f"{top}/npm"}


def _trust() -> dict[str, str]:
    """An office's network often has its own certificate authority, which only the system's store knows."""
    if not any(map(os.path.exists, CERTIFICATE_STORES)):
        return {}
    return {"UV_SYSTEM_CERTS": "true", "NODE_USE_SYSTEM_CA": "1"}


def ended(error: Stop) -> int:
    """Show the reason and answer the exit status for a call that cannot be used."""
    say(f"✗ {error}")
    return 2

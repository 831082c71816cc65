"""What every long step shows while it works, and how it fails."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

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


def caches() -> dict[str, str]:
    """Where package clients may keep what they fetched, when there is no home to keep it in."""
    if os.access(Path.home(), os.W_OK):
        return {}
    top = ROOT / ".venv/.cache"
    return {"UV_CACHE_DIR": f"{top}/uv", "PIP_CACHE_DIR": f"{top}/pip", "npm_config_cache": f"{top}/npm"}


def ended(error: Stop) -> int:
    """Show the reason and answer the exit status for a call that cannot be used."""
    say(f"✗ {error}")
    return 2

"""Every test there is: law, office on two databases, journeys."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from types import FrameType

import cluster
import environment
import machine
from steps import ROOT, Stop, ended, say

# A database of somebody's, and a wish that makes each of a hundred processes compile Django anew.
NOT_OURS = {"DATABASE_URL", "PYTHONDONTWRITEBYTECODE"}
WORKERS = ("-n", "2", "--dist", "loadgroup")


def run_all() -> int:
    """Prepare the machine, then test; the closing line of pytest comes last."""
    environment.prepare("develop")
    lacking = machine.complete()
    demanding = os.environ.get("GONGKAI_REQUIRE_ALL") == "1"
    if lacking and demanding:
        raise Stop("GONGKAI_REQUIRE_ALL=1 要求全部测试都运行，而上面所列的系统件没有装上。")
    on_postgresql = _office_on_postgresql()
    everything = _pytest("法律、网站（SQLite）、浏览器全程", ["tests"], {})
    if on_postgresql:
        say("✗ PostgreSQL上的网站测试没有通过，见上面第一段输出。")
    return on_postgresql or everything


def _office_on_postgresql() -> int:
    binaries = machine.postgresql_folder()
    if binaries is None:
        say("! 网站在PostgreSQL上的测试没有运行：这台机器没有PostgreSQL。")
        return 0
    with cluster.running(binaries) as address:
        return _pytest("网站（PostgreSQL）", ["tests/web"], {"DATABASE_URL": address})


def _pytest(caption: str, paths: Sequence[str], settings: dict[str, str]) -> int:
    say(f"▸ 测试：{caption}……")
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    command = [str(environment.PYTHON), "-m", "pytest", *WORKERS, *paths]
    sys.stderr.flush()
    return subprocess.run(command, cwd=ROOT, env={**kept, **settings}, check=False).returncode


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _leave)
    try:
        sys.exit(run_all())
    except Stop as error:
        sys.exit(ended(error))
    except KeyboardInterrupt:
        sys.exit(130)

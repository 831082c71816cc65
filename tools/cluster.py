"""A throw-away PostgreSQL cluster, gone after the tests."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import machine
from steps import Stop, ended, say

# Safe only because nothing of it is kept: speed instead of durability.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "timezone": "UTC",
}


@contextmanager
def running(binaries: Path) -> Iterator[str]:
    """Start a fresh cluster and give its address for DATABASE_URL; Stop if it will not start."""
    folder = Path(tempfile.mkdtemp(prefix="gongkai-pg-"))
    owner = _owner()
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    server = None
    try:
        password = secrets.token_hex(16)
        _initialise(binaries, folder, owner, password)
        port = _free_port()
        server = _start(binaries, folder, owner, port)
        _wait(binaries, server, folder, port)
        say(f"  PostgreSQL临时实例已启动（127.0.0.1:{port}），测试后删除。")
        yield f"postgresql://gongkai:{password}@127.0.0.1:{port}/postgres"
    finally:
        if server is not None:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root: then Debian's own account, else nobody."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _as(owner: pwd.struct_passwd) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def _initialise(binaries: Path, folder: Path, owner: pwd.struct_passwd, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o600)
    os.chown(secret, owner.pw_uid, owner.pw_gid)
    command: list[str | Path] = [
        binaries / "initdb", "--pgdata", folder / "data", "--username", "gongkai", "--pwfile", secret,
        "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
    ]  # fmt: skip
    made = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, **_as(owner))
    if made.returncode:
        raise Stop(f"建不了PostgreSQL临时实例：{made.stderr.strip()[-600:]}")


def _start(binaries: Path, folder: Path, owner: pwd.struct_passwd, port: int) -> "subprocess.Popen[bytes]":
    settings = {**SETTINGS, "unix_socket_directories": str(folder), "port": str(port)}
    command: list[str | Path] = [binaries / "postgres", "-D", folder / "data"]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **_as(owner))


def _wait(binaries: Path, server: "subprocess.Popen[bytes]", folder: Path, port: int) -> None:
    ready: list[str | Path] = [binaries / "pg_isready", "--quiet", "--host", "127.0.0.1", "--port", str(port)]
    for _ in range(300):
        if server.poll() is not None:
            break
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise Stop(f"PostgreSQL临时实例没有启动：{(folder / 'log').read_text(errors='replace')[-600:]}")


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_with(command: list[str]) -> int:
    """Run one command with DATABASE_URL set to a fresh cluster: python3 tools/cluster.py COMMAND…"""
    binaries = machine.postgresql_folder()
    if binaries is None:
        raise Stop("这台机器没有PostgreSQL，请以root执行 apt-get install postgresql。")
    with running(binaries) as address:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(run_with(sys.argv[1:]))
    except Stop as error:
        sys.exit(ended(error))

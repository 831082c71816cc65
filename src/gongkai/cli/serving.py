"""`gongkai serve` and `gongkai worker`: the site at work."""

import errno
import http.client
import logging
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import click
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from gongkai.cli.installation import on_installation
from gongkai.cli.lifeline import PARENT, die_with_parent, log_to_stderr
from gongkai.cli.ready import room
from gongkai.law.errors import LawError

_WORKER = [sys.executable, "-c", "from gongkai.cli import main; main()", "worker"]
_UNUSABLE = 2
_BLOCKING_THREADS = 4
_STOP_WITHIN = 10.0

log = logging.getLogger("gongkai.serve")


@click.command("serve", help="启动门户、工作台和出件进程，按 Ctrl+C 停止。")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="地址", help="监听的地址。")
@click.option("--port", default=8000, show_default=True, metavar="端口", type=click.IntRange(1, 65535))
@click.option("--home", metavar="目录", help="安装目录；默认取 GONGKAI_HOME，再默认 ./var。")
def serve(host: str, port: int, home: str | None) -> None:
    """Serve until stopped."""
    if home:
        os.environ["GONGKAI_HOME"] = home
    run(host, port)


@click.command("worker", help="只运行出件进程：写静态页、更新检索索引。")
@on_installation
def worker() -> None:
    """Work until stopped."""
    log_to_stderr()
    stop = threading.Event()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: stop.set())
    die_with_parent(signal.SIGTERM)
    room("gongkai.web.bake.tasks").work(stop)


def run(host: str, port: int, ready: Callable[[str], None] | None = None) -> None:
    """Serve the installation of GONGKAI_HOME with its worker until SIGINT or SIGTERM.

    `ready` is called with the site's address once it answers; by default the addresses are printed.
    This process itself loads no Django: it only keeps its two children. Raises LawError where the port
    is taken; ends with status 2 where the worker says that the installation cannot be used.
    """
    log_to_stderr()
    require_free(host, port)
    os.environ[PARENT] = str(os.getpid())
    # 本进程有线程，子进程须另起炉灶（spawn），不能分叉。
    multiprocessing.set_start_method("spawn", force=True)
    keeper = _WorkerKeeper()
    herald = threading.Thread(
        target=_announce, args=(host, port, keeper.stop, ready or _print_addresses), daemon=True
    )
    keeper.start()
    herald.start()
    try:
        _server(host, port).serve()
    finally:
        keeper.stop.set()
        keeper.join()
    if keeper.is_unusable:
        sys.exit(_UNUSABLE)


def require_free(host: str, port: int) -> None:
    """Raises LawError unless this process may listen there; a port just given up is waited for."""
    patience = time.monotonic() + 1.5
    while fault := _bind_fault(host, port):
        if fault.errno != errno.EADDRINUSE or time.monotonic() > patience:
            raise LawError(_port_sentence(host, port, fault)) from fault
        time.sleep(0.1)


def _bind_fault(host: str, port: int) -> OSError | None:
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as fault:
        return fault
    return None


def _port_sentence(host: str, port: int, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用：请停掉占用它的程序，或用 --port 换一个端口。"
    if fault.errno == errno.EACCES:
        return f"没有权限使用端口 {port}：1024 以下的端口须由 root 或 nginx 监听，请用 --port 换一个。"
    return f"不能在地址“{host}”上监听：请检查 --host，只在本机使用写 127.0.0.1，对外服务写 0.0.0.0。"


def _server(host: str, port: int) -> MPServer:
    return MPServer(
        "gongkai.cli.lifeline:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=1,
        blocking_threads=_BLOCKING_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=int(_STOP_WITHIN) // 2,
        log_level=LogLevels.error,
    )


class _WorkerKeeper(threading.Thread):
    """Keeps one worker process alive until told to stop."""

    def __init__(self) -> None:
        super().__init__(name="worker-keeper")
        self.stop = threading.Event()
        self.is_unusable = False

    def run(self) -> None:
        """Start the worker, and start it again when it dies; end it at the stop."""
        while not self.stop.is_set():
            child = subprocess.Popen(_WORKER)
            while child.poll() is None and not self.stop.wait(0.2):
                pass
            if self.stop.is_set():
                _end(child)
                return
            if child.returncode == _UNUSABLE:
                # 出件进程已说明为什么不能用，这里只须收场。
                self.is_unusable = True
                os.kill(os.getpid(), signal.SIGTERM)
                return
            log.error("出件进程意外退出（状态%s），2秒后重新启动。", child.returncode)
            self.stop.wait(2)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(_STOP_WITHIN)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _announce(host: str, port: int, stop: threading.Event, ready: Callable[[str], None]) -> None:
    """Call `ready` as soon as the site answers."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    while not stop.wait(0.1):
        connection = http.client.HTTPConnection(reached, port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            is_open = connection.getresponse().status == http.client.OK
        except OSError:
            continue
        finally:
            connection.close()
        if not is_open:
            continue
        ready(f"http://{f'[{reached}]' if ':' in reached else reached}:{port}")
        return


def _print_addresses(address: str) -> None:
    click.echo(f"门户   {address}/\n工作台 {address}/desk/\n按 Ctrl+C 停止。", err=True)

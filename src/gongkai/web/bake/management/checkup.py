"""Checks an installation, and says what to do."""

import fcntl
import importlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import connection

from gongkai.law.review import Status
from gongkai.law.workdays import Basis
from gongkai.web import clock
from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.queries import broken_links
from gongkai.web.bake import actions
from gongkai.web.bake.management.readiness import missing_migrations
from gongkai.web.law import calendar
from gongkai.web.library import actions as filed
from gongkai.web.library import search
from gongkai.web.library.models import Document, OutboxEntry

_LEAST_FREE = 1 << 30
_LATE_OUTBOX = timedelta(minutes=2)


class State(StrEnum):
    """How a check came out.

    检查结论：ok 正常；warning 可用但请留意；error 必须处理。
    """

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Check:
    """One thing looked at.

    体检的一项：`sentence` 是看到什么，`mend` 是该做什么（正常时为空）。
    """

    name: str
    state: State
    sentence: str
    mend: str = ""


def checks() -> Iterator[Check]:
    """Every check, one after another; one that cannot be made is an error of its own."""
    for name, check in _CHECKS.items():
        try:
            yield check(name)
        except Exception as fault:  # noqa: BLE001 – outermost loop: the other checks must be made
            yield Check(name, State.ERROR, f"这一项没有查成（{fault}）。", _MENDS[name])


def _configuration(name: str) -> Check:
    home = Path(settings.HOME)
    trial = home / "doctor.new"
    try:
        trial.touch()
        trial.unlink()
    except OSError:
        return Check(name, State.ERROR, f"目录{home}不能写。", "请把目录交给运行本程序的用户。")
    kind = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    hosts = "、".join(settings.ALLOWED_HOSTS)
    return Check(name, State.OK, f"安装目录{home}可写，数据库用{kind}，接受的主机名：{hosts}。")


def _calendar(name: str) -> Check:
    today = clock.today()
    basis = [calendar().basis(date(year, 12, 31)) for year in (today.year, today.year + 1)]
    if basis[0] is not Basis.OFFICIAL:
        return Check(
            name,
            State.ERROR,
            f"没有{today.year}年的放假通知，今年的到期日只能暂算。",
            "请升级到收有该年通知的版本。",
        )
    if basis[1] is not Basis.OFFICIAL:
        sentence = f"{today.year}年的放假通知已收录；{today.year + 1}年的还没有，跨年的到期日标为“暂算”。"
        return Check(name, State.WARNING, sentence, "国务院办公厅一般在11月发布下一年通知，收录后升级即可。")
    return Check(name, State.OK, f"{today.year}年和{today.year + 1}年的放假通知都已收录。")


def _database(name: str) -> Check:
    if missing := missing_migrations():
        sentence = f"数据库少{len(missing)}次升级：{'、'.join(missing)}。"
        return Check(name, State.ERROR, sentence, _MENDS[name])
    if connection.vendor != "sqlite":
        return Check(name, State.OK, "数据库结构是这一版的。")
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        faults = [row[0] for row in cursor.execute("PRAGMA quick_check(3)").fetchall() if row[0] != "ok"]
    if faults:
        return Check(name, State.ERROR, f"数据库文件损坏：{faults[0]}。", "请停止服务，从最近的备份恢复。")
    if mode != "wal":
        return Check(name, State.ERROR, f"SQLite 的日志方式是{mode}。", "请确认数据库不在网络盘上。")
    return Check(name, State.OK, "数据库结构是这一版的，文件完好，日志方式为WAL。")


def _audit(name: str) -> Check:
    if faults := broken_links():
        return Check(name, State.ERROR, faults[0], "请保留现场，与最近的备份对照，并报告信息安全负责人。")
    return Check(name, State.OK, f"审计记录{AuditLine.objects.count()}行，环环相扣。")


def _worker(name: str) -> Check:
    waiting = OutboxEntry.objects.order_by("pk")
    oldest = waiting.first()
    running = _is_worker_running()
    if oldest and clock.now() - oldest.made_at > _LATE_OUTBOX:
        since = f"{waiting.count()}项改动还没有上网，最早的一项已等了{_minutes(oldest)}分钟。"
        mend = "请看出件进程的日志。" if running else "请运行 gongkai serve 或 gongkai worker。"
        return Check(name, State.ERROR, since, mend)
    if not running:
        mend = "要让改动上网，请运行 gongkai serve 或 gongkai worker。"
        return Check(name, State.WARNING, "出件进程没有在运行。", mend)
    return Check(name, State.OK, f"出件进程在运行，待办{waiting.count()}项。")


def _minutes(entry: OutboxEntry) -> int:
    return int((clock.now() - entry.made_at).total_seconds() // 60)


def _is_worker_running() -> bool:
    path = Path(settings.HOME) / "worker.lock"
    if not path.exists():
        return False
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _index(name: str) -> Check:
    published = set(Document.objects.filter(status=Status.PUBLISHED).values_list("code", flat=True))
    if spoilt := search.damage():
        return Check(name, State.ERROR, f"检索索引缺少或损坏文件{spoilt}。", _MENDS[name])
    differing = published ^ search.indexed_codes()
    underway = set(OutboxEntry.objects.values_list("key", flat=True))
    if differing - underway:
        sentence = f"检索索引与数据库相差{len(differing)}件，例如{min(differing)}。"
        return Check(name, State.ERROR, sentence, _MENDS[name])
    return Check(name, State.OK, f"检索索引与数据库一致，共{len(published)}件。")


def _site(name: str) -> Check:
    faults = actions.verify()
    if faults:
        return Check(name, State.ERROR, f"{len(faults)}处对不上，例如{faults[0]}", _MENDS[name])
    return Check(name, State.OK, "静态站点的每个文件都与写出时一致。")


def _files(name: str) -> Check:
    if lost := filed.missing_files():
        sentence = f"有{len(lost)}个附件的原件不在磁盘上，例如“{lost[0]}”。"
        return Check(name, State.ERROR, sentence, "请从最近的备份恢复 files 目录。")
    if strays := filed.strays():
        size = sum(stray.size for stray in strays) / 1_000_000
        sentence = f"附件目录里有{len(strays)}个一天以前的原件没有文件引用，共{size:.1f}MB。"
        return Check(name, State.WARNING, sentence, "要腾出空间，请运行 gongkai verify --repair。")
    return Check(name, State.OK, "附件的原件都在，也都有文件引用。")


def _disk(name: str) -> Check:
    usage = shutil.disk_usage(settings.HOME)
    sentence = f"磁盘剩余{usage.free / (1 << 30):.1f}GB，共{usage.total / (1 << 30):.0f}GB。"
    if usage.free < _LEAST_FREE:
        return Check(name, State.ERROR, sentence, "请清理磁盘，至少留出1GB。")
    return Check(name, State.OK, sentence)


def _clock(name: str) -> Check:
    moment = clock.now()
    if clock.today_is_set():
        sentence = f"日期被 GONGKAI_TODAY 设为{clock.today()}，只供演示和测试。"
        return Check(name, State.WARNING, sentence, "正式运行请去掉 GONGKAI_TODAY。")
    last = AuditLine.objects.order_by("-sequence").first()
    if last and last.at - moment > timedelta(minutes=1):
        written = last.at.astimezone(moment.tzinfo)
        sentence = f"现在是{moment:%Y-%m-%d %H:%M}，而最后一行审计记录写于{written:%Y-%m-%d %H:%M}。"
        return Check(name, State.ERROR, sentence, "系统时钟倒退了，请校准（例如启用 NTP）。")
    return Check(name, State.OK, f"北京时间{moment:%Y-%m-%d %H:%M:%S}。")


def _fonts(name: str) -> Check:
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError):
        mend = "Debian/Ubuntu 请运行 apt-get install libpango-1.0-0 libpangoft2-1.0-0。"
        return Check(name, State.WARNING, "系统没有 Pango，不能生成 PDF；其余功能不受影响。", mend)
    fonts = _chinese_fonts()
    if not fonts:
        mend = "Debian/Ubuntu 请运行 apt-get install fonts-noto-cjk。"
        return Check(name, State.WARNING, "系统没有中文字体，不能生成 PDF；其余功能不受影响。", mend)
    return Check(name, State.OK, f"可以生成 PDF，中文字体{len(fonts)}种。")


def _chinese_fonts() -> list[str]:
    program = shutil.which("fc-list")
    if program is None:
        return []
    listed = subprocess.run([program, ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
    return sorted(set(listed.stdout.split("\n")) - {""})


_CHECKS: dict[str, Callable[[str], Check]] = {
    "配置": _configuration,
    "工作日历": _calendar,
    "数据库": _database,
    "审计": _audit,
    "出件": _worker,
    "检索": _index,
    "静态站点": _site,
    "附件": _files,
    "磁盘": _disk,
    "时钟": _clock,
    "PDF": _fonts,
}
_MENDS = dict.fromkeys(_CHECKS, "请照这句话处理，或把它发给维护人员。") | {
    "数据库": "请先备份，再运行 gongkai init 完成升级。",
    "检索": "请运行 gongkai index rebuild。",
    "静态站点": "请运行 gongkai verify --repair。",
}

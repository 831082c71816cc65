"""Faults of the machine, each told in one sentence."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from gongkai.law.errors import LawError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}
# What SQLite and PostgreSQL say → what it means and how to mend it.
_DATABASE = {
    "disk is full": "数据库所在的磁盘已满，这次没有做完，原有内容都在：请清理或扩大磁盘后重新运行。",
    "is locked": "数据库正被别的程序占用，这次没有做：请等它做完（或停掉它）后重新运行。",
    "not a database": "数据库文件不是 SQLite 数据库，可能已经损坏：请停止服务，从最近的备份恢复。",
    "malformed": "数据库文件已经损坏：请停止服务，从最近的备份恢复。",
    "disk I/O error": "读写数据库文件时磁盘出错：请检查磁盘，必要时从最近的备份恢复。",
    "unable to open": "打不开数据库文件：请检查安装目录及其权限，必要时用 --home 另指一个目录。",
    "readonly": "数据库文件只能读、不能写：请把安装目录交给运行本程序的用户。",
    "no such table": "这个安装还没有初始化：请先运行 gongkai init（空的）或 gongkai demo（带示例）。",
    "password authentication failed": "数据库不认这个用户或密码：请核对 DATABASE_URL 中的用户和密码。",
    "does not exist": "数据库服务器上没有这个库、用户或表：请核对 DATABASE_URL，或先运行 gongkai init。",
    "resolve host": "找不到数据库的主机：请核对 DATABASE_URL 中的主机名。",
    "onnection": "连不上数据库服务器：请确认它已启动，并核对 DATABASE_URL 中的主机和端口。",
}


@contextmanager
def told() -> Iterator[None]:
    """Raise what settings, database or disk refuse as a LawError with one Chinese sentence."""
    try:
        yield
    except ImproperlyConfigured as fault:
        raise LawError(str(fault)) from fault
    except DatabaseError as fault:
        raise LawError(of_database(fault)) from fault
    except BrokenPipeError:  # the reader went away: no fault of the machine
        raise
    except OSError as fault:
        raise LawError(of_system(fault)) from fault


def of_database(fault: DatabaseError) -> str:
    """What a database refused, and the mend."""
    words = str(fault)
    known = (sentence for sign, sentence in _DATABASE.items() if sign in words)
    first = words.partition("\n")[0]
    return next(known, f"数据库不能用（{first}）：请运行 gongkai doctor。")


def of_system(fault: OSError) -> str:
    """What the operating system refused, where, and the mend."""
    place = f"“{fault.filename}”" if fault.filename else "安装目录"
    if fault.errno in _FULL:
        return f"磁盘空间已满，写{place}时停下，原有内容都在：请清理或扩大磁盘后重新运行。"
    if fault.errno in _DENIED:
        return f"没有权限读写{place}：请把安装目录交给运行本程序的用户，或用 --home 另指一个目录。"
    if fault.errno in _NO_FOLDER:
        return f"{place}不是可用的目录：请检查 --home 和 GONGKAI_HOME 写的是不是一个目录。"
    if fault.errno == errno.ENOENT:
        return f"找不到{place}：请核对写法；如果它属于这个安装，请运行 gongkai doctor 看怎样补上。"
    return f"读写{place}时系统出错（错误号{fault.errno}）：请检查磁盘和目录后重新运行。"

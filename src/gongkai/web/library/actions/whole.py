"""One transaction for an act; a full disk or a jam is told."""

import errno
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, transaction

from gongkai.law.errors import Conflict, LawError

P = ParamSpec("P")
R = TypeVar("R")

# EFBIG is what a file-size limit of the account or the file system answers.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# PostgreSQL's own codes: disk_full; serialization_failure, deadlock_detected, lock_not_available.
DISK_FULL_STATE = "53100"
BUSY_STATES = {"40001", "40P01", "55P03"}


def whole(act: Callable[P, R]) -> Callable[P, R]:
    """Do an act whole or not at all; a full disk or a jam says so and leaves everything as it was."""

    @wraps(act)
    def done(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return act(*arguments, **options)
        except OSError as fault:
            if fault.errno not in FULL:
                raise
            raise LawError(
                "存放文件的磁盘已满，这次没有保存，原有内容都在；请管理员清理或扩大磁盘后再试。"
            ) from fault
        except DatabaseError as fault:
            if told := _told(fault):
                raise told from fault
            raise

    return done


def _told(fault: DatabaseError) -> LawError | None:
    state, words = getattr(fault.__cause__, "sqlstate", None), str(fault)
    if state == DISK_FULL_STATE or "disk is full" in words:
        return LawError("数据库所在的磁盘已满，这次没有保存，原有内容都在；请管理员清理或扩大磁盘后再试。")
    if state in BUSY_STATES or "is locked" in words:
        return Conflict("别人正在办理，数据库一时腾不开，这次没有保存，原有内容都在；请稍后再试一次。")
    return None

"""One transaction for an act, and a full disk as a sentence."""

import errno
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, transaction

from gongkai.law.errors import LawError

P = ParamSpec("P")
R = TypeVar("R")

# EFBIG is what a file-size limit of the account or the file system answers.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DISK_FULL_STATE = "53100"  # PostgreSQL's own code: disk_full


def whole(act: Callable[P, R]) -> Callable[P, R]:
    """Do an act whole or not at all; a full disk says so and leaves everything as it was."""

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
            if not _is_full(fault):
                raise
            raise LawError(
                "数据库所在的磁盘已满，这次没有保存，原有内容都在；请管理员清理或扩大磁盘后再试。"
            ) from fault

    return done


def _is_full(fault: DatabaseError) -> bool:
    state = getattr(fault.__cause__, "sqlstate", None)
    return state == DISK_FULL_STATE or "disk is full" in str(fault)

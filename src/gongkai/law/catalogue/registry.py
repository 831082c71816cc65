"""The list of findings: what each code means."""

from dataclasses import dataclass
from enum import StrEnum

from gongkai.law.vocabulary import Severity


class ExampleKind(StrEnum):
    """What an example is read as.

    例子是什么：公开时限一格、设立依据一格、栏目内容一格、发文字号、目录的几行（各格以“|”分开）、整份
    目录文本、倒成一格一行的文本。
    """

    LIMIT = "limit"
    CITATION = "citation"
    CONTENT = "content"
    NUMBER = "number"
    ROWS = "rows"
    TEXT = "text"
    POURED = "poured"


@dataclass(frozen=True, slots=True)
class Example:
    """Words that give a finding, and the words that do not.

    例子：改正以前、改正以后。
    """

    kind: ExampleKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One code of the list of findings.

    一种问题：`subject` 是清单里的门类，`severity` 是通常的严重程度；`meaning` 说明是什么、为什么要紧，
    `mend` 说明怎样改，`source` 是依据；`is_safe` 表示只有一个正确写法，可由 --fix-safe 自动改正；
    `is_repair` 表示读表时已经改好。
    """

    code: str
    severity: Severity
    subject: str
    title: str
    meaning: str
    mend: str
    source: str
    examples: tuple[Example, ...]
    is_safe: bool = False
    is_repair: bool = False

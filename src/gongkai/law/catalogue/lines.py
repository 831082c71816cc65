"""Lines of a table, with what was put right in them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

MERGED_LEVEL_ONE = "merged-level-one"


@dataclass(frozen=True, slots=True)
class Repair:
    """Something put right while reading, told beside its line.

    修补：`column` 是所在列（自0起，-1表示整行）。
    """

    code: str
    sentence: str
    column: int = -1
    severity: Severity = Severity.NOTICE
    suggestion: str = ""


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of repairs; what holds for a run of rows is told at the first of them."""
    told: dict[tuple[str, object], Finding] = {}
    for finding in findings:
        run = finding.message if finding.code == MERGED_LEVEL_ONE else (finding.message, finding.place)
        told.setdefault((finding.code, run), finding)
    return tuple(told.values())


@dataclass(frozen=True, slots=True)
class Name:
    """A column name with the table column where it was printed.

    栏目名称；`level` 是认定的级次，未认定为0。
    """

    text: str
    column: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body, its cells told apart by what they are.

    表体一行。`slid` 是自设立依据（或栏目内容）起向左移了几列；`is_disordered` 表示各格次序颠倒。
    """

    line: int
    page: int
    number: int | None = None
    names: tuple[Name, ...] = ()
    basis: str = ""
    content: str = ""
    limit: str = ""
    columns: tuple[int, int, int] = (-1, -1, -1)
    slid: int = 0
    is_disordered: bool = False
    repairs: tuple[Repair, ...] = ()

    def repaired(self, repair: Repair) -> "Line":
        """This line with one more repair told."""
        return replace(self, repairs=(*self.repairs, repair))

    @property
    def leaf(self) -> str:
        """The deepest name."""
        return self.names[-1].text if self.names else ""


@dataclass(frozen=True, slots=True)
class Label:
    """A level-one name that stands alone on a line.

    单独成行的一级栏目名称：合并单元格的字印在分页处。`after` 是它前面的表体行数。
    """

    text: str
    line: int
    after: int


@dataclass(frozen=True, slots=True)
class TableBody:
    """The body of the table.

    表体：各行与单独成行的一级栏目名称。
    """

    lines: tuple[Line, ...]
    labels: tuple[Label, ...] = ()

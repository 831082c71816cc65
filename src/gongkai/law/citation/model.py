"""A citation as a value."""

from dataclasses import dataclass

from gongkai.law.citation.quoting import quoted
from gongkai.law.finding import Finding


@dataclass(frozen=True, slots=True)
class Citation:
    """One legal instrument cited, as written and as known.

    设立依据中的一条引用。`document_number` 只改正括号、数字和空格；`instrument` 是已知法规的
    全称与文号，未知为空串；`span` 是这条引用（名称与文号）在原文中的位置，`number_span` 是文号的位置。
    """

    title: str
    document_number: str = ""
    instrument: str = ""
    span: tuple[int, int] = (0, 0)
    number_span: tuple[int, int] = (0, 0)

    @property
    def written(self) -> str:
        """The citation written out: 《政府信息公开条例》（国务院令第711号）."""
        title = self.title if not self.title or "《" in self.title else quoted(self.title)
        return title + (
            f"（{self.document_number}）" if self.document_number and title else self.document_number
        )


@dataclass(frozen=True, slots=True)
class CitationReading:
    """What a cell of citations was read as.

    读出的引用，按原文次序。
    """

    text: str
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...] = ()

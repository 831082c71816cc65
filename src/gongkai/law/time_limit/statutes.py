"""Statutes that mean working days where they write “日”."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DaysAreWorkdays:
    """A statute whose small numbers of days are working days.

    把“日”规定为工作日的法律。`amounts` 为空表示不论多少日都以工作日计算。
    """

    instrument: str
    article: str
    amounts: frozenset[int] = frozenset()

    def covers(self, text: str, amount: int) -> bool:
        """Whether the text names the statute and the number is one that it turns into working days."""
        return self.instrument in text and (not self.amounts or amount in self.amounts)

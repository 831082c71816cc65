"""What the law core refuses, each refusal a sentence."""

from collections.abc import Iterable


class LawError(ValueError):
    """An input or an act that is refused, told in one sentence.

    拒绝：`str()` 是一句给人看的中文，说明哪里不对、怎样改正，原样显示。
    """


class NotAllowed(LawError):
    """An act that this person may not do, told with who may."""


class Conflict(LawError):
    """A saving that would undo somebody else's, told with whose."""


class Faults(LawError):
    """Several faults of one input at once, each beside its field.

    逐栏列出的全部问题。`faults` 是（栏名, 一句话）；不属于某一栏的，栏名为空串。
    """

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("".join(sentence for _, sentence in self.faults))

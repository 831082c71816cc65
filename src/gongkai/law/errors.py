"""What the law core refuses, each refusal a sentence."""

from collections.abc import Iterable


class LawError(ValueError):
    """An input that cannot be used; `str()` is one Chinese sentence for a person.

    The sentence says what is wrong, where, and how to mend it. It is shown as it is.
    """


class NotAllowed(LawError):
    """An act that this person may not do; the sentence says who may."""


class Conflict(LawError):
    """A saving that would undo somebody else's; the sentence says whose."""


class Faults(LawError):
    """Several faults of one input at once, each beside its field.

    逐栏列出的全部问题。`faults` 是（栏名, 一句话）；不属于某一栏的，栏名为空串。
    """

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("".join(sentence for _, sentence in self.faults))

"""What the law core refuses, each refusal a sentence."""


class LawError(ValueError):
    """An input that cannot be used; `str()` is one Chinese sentence for a person.

    The sentence says what is wrong, where, and how to mend it. It is shown as it is.
    """


class NotAllowed(LawError):
    """An act that this person may not do; the sentence says who may."""


class Conflict(LawError):
    """A saving that would undo somebody else's; the sentence says whose."""

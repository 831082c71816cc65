"""What the law core refuses, each refusal a sentence."""


class LawError(ValueError):
    """An input that cannot be used; `str()` is one Chinese sentence for a person.

    The sentence says what is wrong, where, and how to mend it. It is shown as it is.
    """

"""Title marks: 《》 outside, 〈〉 inside, turn by turn."""

_OPENING, _CLOSING = "《〈", "》〉"


def inner(title: str) -> str:
    """A title as it stands between title marks: its own marks 〈〉, those inside them 《》, turn by turn.

    Source: GB/T 15834—2011 第4.15条：书名号里边还要用书名号时，外面一层用双书名号，里边一层用单书名号。
    """
    depth, kept = 0, []
    for letter in title:
        if letter in _OPENING:
            depth += 1
            letter = _OPENING[depth % 2]
        elif letter in _CLOSING:
            letter = _CLOSING[max(depth, 1) % 2]
            depth = max(depth - 1, 0)
        kept.append(letter)
    return "".join(kept)


def quoted(title: str) -> str:
    """A title in title marks: 停车办法 → 《停车办法》, 《停车办法》政策解读 → 《〈停车办法〉政策解读》."""
    return f"《{inner(title)}》"

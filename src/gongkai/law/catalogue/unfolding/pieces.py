"""Lines of text into pieces: bars close cells, noise goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gongkai.law.catalogue.unfolding import running
from gongkai.law.catalogue.unfolding.looks import Look, look
from gongkai.law.catalogue.unfolding.words import family
from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy

_LONGEST_RUN = 6  # more lines without a bar are no cell that a later bar closes
_LONGEST_BRACKET = 300  # a bracket open for longer was never closed
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜêńňǹḿ"
_PINYIN = lazy(rf"(?<=[\u3400-\u9fff])[(（][a-zü{_TONED}]{{1,6}}[)）]")
_TONED_PINYIN = lazy(rf"(?<=[\u3400-\u9fff])[(（](?=[a-z]*[{_TONED}])[a-zü{_TONED}]{{1,6}}[)）]")
_ODD_BLANK = lazy(r"[\u00a0\u3000\u2002-\u200b\ufeff\u2800]")
_LOST_SIGN = lazy(r"(^|\| ?)[?？](?=[\u3400-\u9fff])")
_COMMENT = lazy(r"#\s|//\s")
_FOOTER = lazy(
    r"(?:【?打印|【?关闭|责任编辑|相关(?:稿件|链接|文章)|主办单位|承办单位[:：]|版权所有|网站(?:标识码|地图)|联系我们|分享到"
    r"|扫一扫|[上下]一[篇条]|.{0,20}(?:ICP备|公网安备)|Page \d+|P\. ?\d+$|第 ?\d+ ?页|[-—] ?\d+ ?[-—]$)"
)
_PARTING = lazy(r"\[[\w./-]+\]|[-=*—_]{4,}")
_RULER = lazy(r"[\s|:+=\-—_]*-{2,}[\s|:+=\-—_]*")
_TITLE = lazy(
    r"(?:附件\d*[:：]?)?[(（]?[一二三四五六七八九十\d]{0,3}[)）、.]?[^|《》。;；√■□]{2,50}"
    r"(?:目录|一览表|标准|清单|汇编)(?:汇编|指引)?(?:[(（][^()（）]{1,16}[)）])?"
)
_TITLE_SIGNS = frozenset("录錄标標清汇彙匯览覽")
_TITLE_WORDS = lazy(
    r"标准目录|公开.{0,8}目录|目录.{0,4}汇编|领域.{0,12}目录|事项.{0,6}(?:目录|清单)|公开标准"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell, or the part of one that stood on one line.

    碎片：一格或一格的一部分。`closed` 表示后面有竖线，整格在此；`padding` 是其后补齐本行的竖线数，本行到此；
    `starts` 表示它在一行文字的开头，`mates` 是同一行文字里的格数，`is_paragraph` 表示前后有空行，
    `is_listed` 表示与相邻的一行并列（同一字头，长短相近），多是内容，
    `is_cut_out` 表示它是从没有分隔的一行里断出来的。
    """

    text: str
    line: int
    closed: bool = False
    padding: int = 0
    starts: bool = True
    mates: int = 1
    is_title: bool = False
    is_paragraph: bool = False
    is_listed: bool = False
    is_cut_out: bool = False
    look: Look = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "look", look(self.text))


def without_noise(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the pinyin that mirrors put after a character, and without odd blanks."""
    toned = sum(len(_TONED_PINYIN.findall(line)) for line in lines[:2000] if "(" in line or "（" in line)
    pattern = _PINYIN if toned >= 2 else _TONED_PINYIN
    return tuple(_cleaned(pattern.sub("", line) if toned else line) for line in lines)


def _cleaned(line: str) -> str:
    plain = _ODD_BLANK.sub(" ", line).strip(" \t\r\f\v")
    return _LOST_SIGN.sub(r"\1", plain) if "?" in plain or "？" in plain else plain


def is_title(text: str) -> bool:
    """Whether a line reads like the title of a catalogue."""
    if len(text) > 90 or _TITLE_SIGNS.isdisjoint(text):
        return False
    plain = "".join(simplified(text).split())
    return len(plain) <= 70 and bool(_TITLE.fullmatch(plain)) and bool(_TITLE_WORDS.search(plain))


def pieces_of(lines: Sequence[str]) -> list[Piece]:
    """The pieces of a text in their order; a bar ends a cell, a line without bars may be a part of one."""
    if running.is_run_together(lines):
        return [piece for number, line in enumerate(lines, 1) for piece in _run_together(number, line)]
    parted = _is_parted(lines)
    if parted:
        lines = _paragraphs(lines)
    if _is_spaced(lines):
        return [piece for number, line in enumerate(lines, 1) for piece in _spaced(number, line)]
    wide = [line for line in lines if line.count("|") >= 2 and line.strip("| ")]
    leading = sum(line.startswith("|") for line in wide) * 10 > len(wide) * 6
    barred = [line for line in lines if "|" in line]
    ending = sum(line.endswith("|") for line in barred)
    beginning = sum(line.startswith("|") for line in barred)
    reader = _Bars(ends_lines=ending * 2 < len(barred) and beginning * 5 < len(barred))
    done: list[Piece] = []
    for number, line in enumerate(lines, 1):
        if _COMMENT.match(line) or _FOOTER.match(line) or ("--" in line and _RULER.fullmatch(line)):
            found = reader.flushed()
        else:
            is_framed = leading and line.startswith("|") and bool(line.strip("| "))
            found = reader.read(number, line[1:].lstrip() if is_framed else line)
        for piece in found:
            _add(done, piece)
    for piece in reader.flushed():
        _add(done, piece)
    return [replace(piece, is_paragraph=True) for piece in done] if parted else done


def _is_parted(lines: Sequence[str]) -> bool:
    """Whether blank lines stand between the cells of a text without bars."""
    if any("|" in line for line in lines):
        return False
    pairs = [(before, line) for before, line in pairwise(lines) if before or line]
    after_blank = sum(not before for before, line in pairs if line)
    return after_blank * 10 > sum(bool(line) for _, line in pairs) * 6


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines that no blank line parts, as one; each stays at the place of its first line."""
    done: list[str] = []
    first = -1
    for at, line in enumerate(lines):
        done.append(line)
        if (
            not line
            or _COMMENT.match(line)
            or is_title(line)
            or (first >= 0 and _keeps_apart(done[first], line))
        ):
            first = -1 if not line or is_title(line) else at
        elif first < 0:
            first = at
        else:
            done[first] += f"\n{line}"
            done[at] = ""
    return done


def _keeps_apart(above: str, line: str) -> bool:
    """Lines of many words, row numbers and long paragraphs are no lines of one cell."""
    return len(above) > 600 or len(line.split()) >= 5 or line.isdigit() or above.isdigit()


def _is_spaced(lines: Sequence[str]) -> bool:
    """Whether the cells of a row stand on one line with nothing but blanks between them."""
    if any("|" in line for line in lines):
        return False
    parts = (line.split() for text in lines for line in text.split("\n") if 9 < len(line) < 300)
    return any(
        len(words) >= 5 and sum(map(_is_heading_word, words)) * 10 >= len(words) * 7 for words in parts
    )


def _is_heading_word(text: str) -> bool:
    return family(text) is not None


def _spaced(number: int, line: str) -> list[Piece]:
    """The cells of a line between blanks; blanks inside brackets part nothing."""
    if not line or _COMMENT.match(line) or _FOOTER.match(line):
        return []
    if is_title(line):
        return [Piece(line, number, is_title=True)]
    parts = _between_blanks(line)
    return [Piece(part, number, starts=i == 0, mates=len(parts)) for i, part in enumerate(parts)]


def _run_together(number: int, line: str) -> list[Piece]:
    """The cells of a line in which nothing parts them."""
    if not line or _COMMENT.match(line) or _FOOTER.match(line):
        return []
    if is_title(line):
        return [Piece(line, number, is_title=True)]
    parts = running.cut(line, 2)
    return [
        Piece(part, number, starts=i == 0, mates=len(parts), is_cut_out=True) for i, part in enumerate(parts)
    ]


def _between_blanks(line: str) -> list[str]:
    """The words of a line; those between brackets stay together."""
    parts: list[str] = []
    depth = 0
    for word in line.split():
        if depth > 0:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
        depth = max(depth + sum(map(word.count, "《〈（(")) - sum(map(word.count, "》〉）)")), 0)
        if len(parts[-1]) > _LONGEST_BRACKET:
            depth = 0
    return parts


def _add(done: list[Piece], piece: Piece) -> None:
    """Bars that only pad a row belong to its last piece."""
    if piece.mates or not done:
        done.append(piece)
    else:
        done[-1] = replace(done[-1], padding=done[-1].padding + piece.padding, closed=True)


def _begins_a_row(open_text: str, line: str) -> bool:
    """Whether a line begins anew, though no bar closed the last cell of the line before it."""
    first = line.partition("|")[0].strip()
    return first.isdigit() or (_is_heading_word(first) and _is_heading_word(open_text))


class _Bars:
    """The open text that the next bar will close.

    读竖线：尚未闭合的文字先存着，遇到竖线成为一格；太长或在表外的，各行自成碎片。
    """

    def __init__(self, *, ends_lines: bool) -> None:
        self._open: list[tuple[int, str, bool]] = []
        self._seen = 0
        self._ends_lines = ends_lines

    def read(self, number: int, line: str) -> Iterator[Piece]:
        """The pieces that this line completes."""
        if "|" not in line:
            if not line:
                return
            if is_title(line) or _PARTING.fullmatch(line):
                yield from self.flushed()
                yield Piece(line if is_title(line) else "", number, is_title=True)
                return
            self._open.append((number, line, False))
            return
        if line.startswith("|") and is_title(line.strip("| ")):
            yield from self.flushed()
            yield Piece(line.strip("| "), number, closed=True, is_title=True)
            return
        if not self._open and line.find("|") == len(line) - 1:  # one cell to a line, as most are poured out
            yield Piece(line[:-1].strip(), number, closed=True)
            self._seen += 1
            return
        if not self._may_join(line):
            yield from self.flushed()
        elif self._open and self._open[0][2] and _begins_a_row(self._open[-1][1], line):
            yield from (replace(piece, closed=True) for piece in self.flushed())
        yield from self._cells(number, line)
        self._seen += 1

    def _may_join(self, line: str) -> bool:
        if not self._open or self._open[0][2]:
            return len(self._open) <= 4 * _LONGEST_RUN
        if self._seen:
            return len(self._open) <= _LONGEST_RUN
        return line == "|" and len(self._open) == 1

    def _cells(self, number: int, line: str) -> Iterator[Piece]:
        parts = [part.strip() for part in line.split("|")]
        last = parts.pop()
        before, self._open = self._open, []
        first = before[0][0] if before else number
        parts[0] = "\n".join([*(text for _, text, _ in before), *filter(None, parts[:1])])
        padding = self._padding(parts, bool(before))
        cells = parts[: len(parts) - padding] if padding else parts
        if not cells and padding:
            yield Piece("", number, closed=True, padding=padding, mates=0)
        starts = not before or not before[0][2]
        for i, text in enumerate(cells):
            done = Piece(text, first if i == 0 else number, True, 0, starts and i == 0, len(cells))
            yield replace(done, padding=padding) if padding and i == len(cells) - 1 else done
        if last and self._ends_lines:
            yield Piece(last, number, True, 0, False, len(cells) + 1)
        elif last:
            self._open.append((number, last, bool(cells)))

    @staticmethod
    def _padding(parts: list[str], joined: bool) -> int:
        """How many empty cells end the line; one bar alone is an empty cell, or closes the open one."""
        trailing = 0
        for part in reversed(parts):
            if part:
                break
            trailing += 1
        return 0 if len(parts) == 1 or (trailing == len(parts) and joined) else trailing

    def flushed(self) -> Iterator[Piece]:
        """The open lines as pieces of their own."""
        for number, text, inside in self._open:
            yield Piece(text, number, starts=not inside)
        self._open = []

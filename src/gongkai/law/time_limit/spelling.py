"""A time limit made clean: width, script, spaces, slips."""

from dataclasses import dataclass

from gongkai.law.characters import simplified
from gongkai.law.finding import Finding
from gongkai.law.numerals import CHARACTERS
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.beginnings import where_it_may_begin
from gongkai.law.vocabulary import Severity

# clean  := the text without spaces, in half-width marks and simplified characters, slips mended
# slip   := a misspelling that has one reading only, because of what stands beside it:
#           工作曰 after a number, 之起 before one, O between digits; never a word by itself
# 「…」  := words taken as they are: so the writer keeps a trigger apart that the grammar would read

_WIDTH = str.maketrans(
    "（）【】［］〔〕，；：？！／～－−‐‑．｡０１２３４５６７８９毎佈囯訊○◯",
    "()()()(),;:?!/~----.。0123456789每布国讯〇〇",
)
_SPACE = " \t\r\n\f\v\u3000\u00a0\u200b\u200c\u200d\ufeff\u2002\u2003\u2009"
_N = rf"[0-9{CHARACTERS}]"
_COUNTING = rf"(?<={_N}|个)"
_COUNTED = r"(?:个?(?:工作|日|天|小时|周|月)|年)"
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_LETTERS = str.maketrans("OoОоΟο〇lIⅠ", "0000000111")

# 每一条：错字（连同它旁边使它只有一种读法的字），应当是什么。
_SLIPS: tuple[tuple[str, str], ...] = (
    (rf"(?<={_N})(?:个[个各小介亇]|[各小介亇])(?=工作)", "个"),
    (
        rf"{_COUNTING}工(?:作[曰目口昌旧田]|[做乍怍昨][日曰]|作工作日|[日曰](?=[内以之]|$)"
        rf"|作(?=[以之]?内|公开|公示|公布|发布|予以|$))|{_COUNTING}[エ丁][作做][日曰]?|{_COUNTING}作[日曰](?=[内以之]|$)",
        "工作日",
    ),
    (r"工作日[日曰]+(?=[内以之]|$)", "工作日"),
    (r"(?<=日|天|月|年|时)[肉丙]", "内"),
    (r"(?<=[日天月年时])内内+|(?<=[日天月年时])以内内", "内"),
    (rf"之[曰目]起|[这只][日曰]起|之[日曰][期其气启超赶](?=,?{_N})|之日起起+", "之日起"),
    (rf"(?<![日天时年此])之起(?=,?{_N})", "之日起"),
    (r"之曰", "之日"),
    (r"[行型刑形][成城](?=或|、|,|之日|后|变更)(?<!形成)", "形成"),
    (r"(?<=信息)形[^成式势态象体](?=或|之日|后|、|\(|,)", "形成"),
    (r"变(?:(?<=或变)|(?<=或者变))[^更化动迁量革](?=之|后|的|[0-9])", "变更"),
    (r"或[着这](?=变|更|获|修|调)", "或者"),
    (r"变[史吏](?=之|后|的|\d|[二十])", "变更"),
    (rf"(?<={_N})曰(?=[前内起之以至,。;)]|$)", "日"),
    (r"不(?:得)?少[干千](?=\d|[一二三四五六七八九十])", "不少于"),
    (r"公[式视](?=期|时间|\d)", "公示"),
    (r"公[幵升井](?=[,。;)]|$)", "公开"),
    (r"[极级汲][时吋](?=公|更|发|$)|及[吋寸](?=公|更|发|$)", "及时"),
    (r"即使(?=公开|公布|公示|发布|更新)", "即时"),
    (r"每[李秀]度?", "每季度"),
    (r"(?<=[年月度季])未(?=前|[,。;)]|$)", "末"),
)
_UNFORMED = "(?<=信息)[^形生完达组建合编构汇]成(?=或者?变|之日|后|、变)"  # begins with any sign
_SLIP = lazy(lambda: f"{where_it_may_begin('|'.join(words for words, _ in _SLIPS))}|{_UNFORMED}")
_EACH_SLIP = [(lazy(words), right) for words, right in (*_SLIPS, (_UNFORMED, "形成"))]
_LETTER = lazy(rf"(?<![0-9A-Za-z])(?:[1-9][OoОоΟο〇][0Oo]?|[1-9][lIⅠ]|[lIⅠ][0-9OoОоΟο])(?={_COUNTED})")
_LETTER_SIGN = lazy("[OoОоΟο〇lIⅠ]")
_TWICE = lazy(
    rf"个(?<![每各这那几多{CHARACTERS}0-9]个)([0-9]{{1,3}}个|[{CHARACTERS}]{{1,4}}个)(?=工作|月|小时)"
)
_FORMAL_NUMBER = lazy(rf"[壹贰叁肆伍陆柒捌玖拾佰仟]{{1,6}}(?={_COUNTED})")
_FIRST_MONTH = lazy("元月")
_SPACES = lazy(f"[{_SPACE}]")
_QUOTED = lazy("「[^「」]*」")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text made clean, the place of each character, the slips.

    清理后的文字：`origin` 是每个字符在原文中的位置，`findings` 是照唯一读法改过的错字。
    """

    words: str
    origin: tuple[int, ...]
    findings: tuple[Finding, ...] = ()


def cleaned(text: str) -> Clean:
    """The text as the grammar reads it; a slip that has one reading is mended and told.

    Width, script, spaces and line breaks are no faults. No error is raised.
    """
    plain = simplified(text).translate(_WIDTH)
    origin = tuple(range(len(plain)))
    if _SPACES.search(plain):
        origin = tuple(place for place in origin if plain[place] not in _SPACE)
        plain = _SPACES.sub("", plain)
    clean = Clean(_formal(plain), origin)
    for slips in (_letters, _doubled, _misspelt):
        clean = _mended(text, clean, slips(clean.words))
    return _mended(text, clean, _first_months(clean.words), is_told=False)


Slip = tuple[int, int, str]  # [start, end) in the clean words, and what should stand there


def _formal(words: str) -> str:
    return words if "「" in words else _FORMAL_NUMBER.sub(lambda match: match[0].translate(_FORMAL), words)


def _letters(words: str) -> list[Slip]:
    if not _LETTER_SIGN.search(words):
        return []
    return [(*match.span(), match[0].translate(_LETTERS)) for match in _LETTER.finditer(words)]


def _doubled(words: str) -> list[Slip]:
    return [(*match.span(), match[1]) for match in _TWICE.finditer(words)]


def _misspelt(words: str) -> list[Slip]:
    return [(*match.span(), _right(words, match.start())) for match in _SLIP.finditer(words)]


def _right(words: str, at: int) -> str:
    """What should stand for the slip at a place."""
    return next(right for slip, right in _EACH_SLIP if slip.match(words, at))


def _first_months(words: str) -> list[Slip]:
    return [(*match.span(), "1月") for match in _FIRST_MONTH.finditer(words)]


def _mended(text: str, clean: Clean, slips: list[Slip], *, is_told: bool = True) -> Clean:
    if not slips:
        return clean
    words, at = "", 0
    literal = [match.span() for match in _QUOTED.finditer(clean.words)] if "「" in clean.words else []
    origin: list[int] = []
    findings = list(clean.findings)
    for start, end, right in slips:
        wrong = clean.words[start:end]
        if wrong == right or any(first <= start < last for first, last in literal):
            continue
        words += clean.words[at:start] + right
        origin += clean.origin[at:start]
        origin += [clean.origin[min(start + n, end - 1)] for n in range(len(right))]
        at = end
        if is_told:
            findings.append(_told(text, (clean.origin[start], clean.origin[end - 1] + 1), right))
    if not at:
        return clean
    return Clean(words + clean.words[at:], (*origin, *clean.origin[at:]), tuple(findings))


def _told(text: str, span: tuple[int, int], right: str) -> Finding:
    wrong = text[slice(*span)]
    message = f"“{wrong}”应为“{right}”，已按“{right}”来读，请改正原文。"
    return Finding("misspelt", Severity.WARNING, message, span, right)

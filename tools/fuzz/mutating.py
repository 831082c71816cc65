"""Real inputs made worse: cells, lines, marks, bytes, members."""

import io
import random
import zipfile
from collections.abc import Callable

# 容易写错、认错、断开的字和符号
SIGNS = tuple(
    "《》〈〉<>〔〕［］【】()（）{}，。；;、:：|\t\n\r\f /／—-+√■□☑口同上0Ｏ１２3三十百〇零元廿半季月日号年"
)
WORDS = (
    "工作日",
    "个工作日内",
    "自",
    "之日起",
    "内",
    "前",
    "每年",
    "每月10日前",
    "20",
    "二十",
    "长期公开",
    "及时",
    "同上",
    "第711号",
    "国办发〔2016〕19号",
    "《中华人民共和国政府信息公开条例》",
    "序号",
    "公开事项",
    "一级事项",
    "二级事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "|\n",
    "||||",
    "\x00",
    "\ufeff",
    "𠮷",
)
ENCODINGS = ("utf-8", "gb18030", "utf-16", "utf-16-le", "big5", "utf-8-sig")
_ZIP = b"PK\x03\x04"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The input after one to six changes; files in a zip are changed inside and packed again."""
    if data.startswith(_ZIP):
        return _members(data, chance)
    return _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _members(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        return _bytes(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {info.filename: old.read(info) for info in old.infolist()}
    names = list(members)
    for name in chance.sample(names, min(len(names), chance.randint(1, 2))):
        if chance.random() < 0.1:
            del members[name]
        else:
            members[name] = _changed(members[name], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return packed.getvalue()


def _on_text(change: Callable[[str, random.Random], str]) -> Callable[[bytes, random.Random], bytes]:
    def changed(data: bytes, chance: random.Random) -> bytes:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return _bytes(data, chance)
        return change(text, chance).encode("utf-8", "surrogatepass") if text else data

    return changed


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
    act = chance.randrange(4)
    if act == 0:
        del lines[i]
    elif act == 1:
        lines.insert(j, lines[i])
    elif act == 2:
        lines[i], lines[j] = lines[j], lines[i]
    else:
        del lines[min(i, j) : max(i, j)]
    return "\n".join(lines)


def _cells(text: str, chance: random.Random) -> str:
    mark = chance.choice([mark for mark in ("\t", "|", "，", "；", " ", ",") if mark in text] or ["\n"])
    cells = text.split(mark)
    i, j = chance.randrange(len(cells)), chance.randrange(len(cells))
    if chance.random() < 0.5:
        cells[i], cells[j] = cells[j], cells[i]
    else:
        del cells[i]
    return mark.join(cells)


def _sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) + text[at + chance.randint(0, 1) :]


def _word(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(WORDS) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    first, last = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[first:last] if chance.random() < 0.3 else text[:first] + text[min(last, first + 40) :]


def _repeat(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    piece = text[at : at + chance.randint(1, 30)]
    return text[:at] + piece * chance.randint(2, 20) + text[at:]


def _recoded(text: str, chance: random.Random) -> str:
    wrong = text.encode(chance.choice(ENCODINGS), "ignore").decode(chance.choice(ENCODINGS), "ignore")
    return wrong or text


def _bytes(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return bytes([chance.randrange(256)])
    at = chance.randrange(len(data))
    act = chance.randrange(4)
    if act == 0:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if act == 1:
        return data[:at]
    if act == 2:
        return data[:at] + data[at + chance.randint(1, 64) :]
    return data[:at] + chance.randbytes(chance.randint(1, 16)) + data[at:]


def _encoded(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", "ignore").encode(chance.choice(ENCODINGS), "ignore")


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *map(_on_text, (_lines, _lines, _cells, _cells, _sign, _sign, _word, _word, _cut, _repeat, _recoded)),
    _bytes,
    _encoded,
)

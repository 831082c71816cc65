"""A finished Word file, read into the fields of a document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

import mammoth
from django.utils.html import strip_tags

from gongkai.law import numbering
from gongkai.law.errors import LawError

LIMIT = 50 * 1024 * 1024
TEXT_LIMIT = 20 * 1024 * 1024  # of the parts that are read into memory whole
UNPACKED_LIMIT = 400 * 1024 * 1024  # a file that swells further when unpacked is no letter
PARAGRAPH = re.compile(r"<(p|h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)
NUMBER = re.compile(r"([\u4e00-\u9fff]{1,12})[〔\[(（【﹝]((?:19|20)\d{2})[〕\])）】﹞]第?(\d{1,5})号")
DAY = re.compile(r"((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日")
EFFECTIVE = re.compile(r"自((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)起(?:正式)?(?:施行|实施|生效)")
EXPIRES = re.compile(r"有效期(?:至|截至|到)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)")
SIGNED_LINE = re.compile(r"^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$")
BODY_END = ("政府", "办公室", "局", "委员会", "办事处", "中心", "厅", "部", "院", "指挥部", "领导小组", "委")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for one field, and where.

    读出的一栏：`where` 说明读自哪里；`is_sure` 为假的请人核对。
    """

    value: Any
    where: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as read.

    读出的文件：正文为网页格式，各栏按名称；`warnings` 是没有读入的内容。
    """

    name: str
    text: str
    fields: dict[str, Read] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def word_file(name: str, content: bytes) -> WordFile:
    """Read a DOCX. Errors: another kind of file, a damaged one, one too big."""
    _require_docx(name, content)
    try:
        result = mammoth.convert_to_html(
            BytesIO(content), convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        )
    except RecursionError as fault:
        raise LawError(
            f"“{name}”里的表格套得太深，读不出正文；请把套在表格里的表格拆开后另存，再放进来。"
        ) from fault
    except (KeyError, ValueError, BadZipFile, AttributeError, SyntaxError, ExpatError) as fault:
        raise LawError(
            f"“{name}”打不开，文件可能已经损坏；请用 Word 或 WPS 打开后另存为 DOCX，再放进来。"
        ) from fault
    html = result.value
    images = html.count("<img")
    text = re.sub(r"<img[^>]*>", "", html)
    warnings = (f"有{images}张图片没有读入，请作为附件添加。",) if images else ()
    paragraphs = [_plain(match.group(2)) for match in PARAGRAPH.finditer(_outside_tables(text))]
    fields = dict(_fields([one for one in paragraphs if one]))
    return WordFile(name, _without_head(text, fields), fields, warnings)


def _without_head(text: str, fields: dict[str, Read]) -> str:
    """The text without the head of the letter, number and title, which stand in fields of their own."""
    title = str(fields["title"].value) if "title" in fields else ""
    number = fields["document_number"].value if "document_number" in fields else None
    for match in PARAGRAPH.finditer(text):
        line = _plain(match.group(2))
        is_number = number is not None and numbering.normalised(line) == number
        if line and not (is_number or line.endswith("文件") or (len(line) > 3 and line in title)):
            return text[match.start() :] if "<table" not in text[: match.start()] else text
    return text


def _require_docx(name: str, content: bytes) -> None:
    if len(content) > LIMIT:
        raise LawError(f"“{name}”超过50 MB；请把大图和大表改作附件，再放正文。")
    if not name.lower().endswith(".docx"):
        raise LawError(
            f"“{name}”不是 DOCX 文件，读不出正文；请用 Word 或 WPS 另存为 DOCX，"
            "PDF、表格和图片请作为附件添加。"
        )
    try:
        with ZipFile(BytesIO(content)) as packed:
            sizes = {entry.filename: entry.file_size for entry in packed.infolist()}
            unpacked = sum(entry.file_size for entry in packed.infolist())
            read = sum(size for part, size in sizes.items() if part.endswith((".xml", ".rels")))
            has_text = "word/document.xml" in packed.namelist()
    except BadZipFile as fault:
        raise LawError(f"“{name}”不是完整的 DOCX 文件；请用 Word 或 WPS 打开后另存，再放进来。") from fault
    if not has_text:
        raise LawError(f"“{name}”里没有正文；请确认它是 Word 文档，不是改了扩展名的其他文件。")
    if unpacked > UNPACKED_LIMIT:
        raise LawError(f"“{name}”展开后过大，没有读入；请检查其中的图片。")
    if read > TEXT_LIMIT:
        raise LawError(f"“{name}”的正文展开后超过20 MB，没有读入；请把大表格改作附件，再放正文。")


def _fields(paragraphs: list[str]) -> Iterator[tuple[str, Read]]:
    head = paragraphs[:12]
    number = next((match for line in head if (match := NUMBER.search(line))), None)
    if number:
        yield "document_number", Read(numbering.normalised(number.group(0)), "读自文件开头的发文字号")
    if title := _title(head):
        yield "title", title
    yield from _signature(paragraphs)
    whole = "\n".join(paragraphs)
    if match := EFFECTIVE.search(whole):
        yield from _day("effective_on", match.group(1), f"读自“{match.group(0)}”")
    if match := EXPIRES.search(whole):
        yield from _day("expires_on", match.group(1), f"读自“{match.group(0)}”")


TITLE_START = re.compile(
    r"^[^，。；：]{0,40}?关于|.{2,40}(?:通知|公告|通告|办法|规定|细则|意见|方案|报告|决定|批复|函|规划|计划|要点)$"
)


def _title(head: list[str]) -> Read | None:
    """The first lines that read like a title; lines broken by hand are joined."""
    for position, line in enumerate(head):
        if NUMBER.fullmatch(line) or line.endswith(("文件", "：", ":")) or len(line) > 120:
            continue
        if not TITLE_START.search(line):
            continue
        joined = [line]
        while not _ends_title(joined[-1]) and len(joined) < 3 and position + len(joined) < len(head):
            joined.append(head[position + len(joined)])
        is_whole = _ends_title(joined[-1])
        value = "".join(joined if is_whole else joined[:1])
        where = "读自文件标题，几行已合并" if is_whole and len(joined) > 1 else "读自文件标题"
        return Read(value, where, is_sure=is_whole)
    first = next((line for line in head if len(line) <= 60 and not NUMBER.fullmatch(line)), "")
    return Read(first, "没有认出标题，先用第一行，请核对", is_sure=False) if first else None


def _ends_title(line: str) -> bool:
    return bool(
        re.search(
            r"(?:通知|公告|通告|办法|规定|细则|意见|方案|报告|决定|批复|函|规划|计划|要点|解读|措施|名单|清单|公示|稿）)$",
            line,
        )
    )


def _signature(paragraphs: list[str]) -> Iterator[tuple[str, Read]]:
    """The body and the day at the foot of the letter."""
    for position, line in enumerate(paragraphs):
        match = SIGNED_LINE.match(line.replace(" ", "").replace("　", ""))
        if not match:
            continue
        yield from _day("signed_on", match.group(0), "读自落款日期")
        before = paragraphs[position - 1].replace(" ", "") if position else ""
        if before.endswith(BODY_END) and len(before) <= 40:
            yield "issuing_body", Read(before, "读自落款")
        return


def _day(name: str, words: str, where: str) -> Iterator[tuple[str, Read]]:
    match = DAY.search(words)
    if not match:
        return
    year, month, day = (int(part) for part in match.groups())
    try:
        yield name, Read(date(year, month, day), where)
    except ValueError:
        yield name, Read(None, f"原件写作“{words}”，日历上没有这一天，请查原件后填写", is_sure=False)


def _plain(html: str) -> str:
    return strip_tags(html.replace("<br />", "")).replace("\xa0", " ").strip()


def _outside_tables(html: str) -> str:
    return re.sub(r"<table>.*?</table>", "", html, flags=re.DOTALL)

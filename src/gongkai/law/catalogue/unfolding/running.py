"""Rows whose cells ran together without a sign between them."""

import re
from collections.abc import Sequence

from gongkai.law.catalogue.unfolding import words
from gongkai.law.catalogue.unfolding.words import Family
from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy

_SEARCHED = 80
_NUMBER = lazy(r"\d{1,3}(?=[\u3400-\u9fff])")
_LIMIT = lazy(
    r"(?:自|该|政府信息|信息|公开事项|形成|制[定作]|获取|按|本级|半年|每|及时|实时|长期|定期|重大.{2,6}后)[^《》■□。]{0,36}?"
    r"(?:工作日之?内|[日天]内|月底前|[日号]前|更新\d次|及时公开|实时公开|长期公开)(?:予以)?(?:公开|公布)?"
)
_CHANNELS = lazy(r"[■□▄☑]")
_AUDIENCE = lazy(r"(?:面向)?全社会$|社会公众$")
_MARKS = "、,，;；:：。.()（）"
_ENDING = lazy(
    r"文件|信息|管理|服务|政策|业务|公开|情况|登记|指南|监督|检查|保障|救助|许可|处罚|强制|事项|职能|标准|规划|计划|预算|决算"
    r"|目录|名单|资金|项目|解读|回应|法规|规章|条件|程序|草案|会议|简介|概况|分工|机构|采购|收费|招考|年报|报告|结果|统计|预案|发布|应对|公示|审批|救援|名录|补贴|奖励|宣传|培训|调解|援助"
)
_CONCERNING = lazy(r"与.{1,10}有关")
_NO_NAME = lazy(r"[与和及由经在依按各]|应(?!急|对)|对(?!外)|本(?!级)|涉及|有关|关于|包括|其他可以")


def is_run_together(lines: Sequence[str]) -> bool:
    """Whether the heading is one run of words and no bar or blank parts the cells below it."""
    if any("|" in line for line in lines):
        return False
    return any(len(_heading(line)) >= 3 for line in lines[:_SEARCHED])


def _heading(line: str) -> tuple[str, ...]:
    found = words.split(line) if " " not in line else ()
    return found if {Family.CONTENT} & {words.family(word) for word in found} else ()


def cut(line: str, levels: int) -> tuple[str, ...]:
    """The cells of one line, as far as number, citations, limit, channels and audience tell them apart."""
    heading = words.split(line)
    if len(heading) > 1:
        return heading
    number = _NUMBER.match(line)
    rest = line[number.end() :] if number else line
    rest, channels = _parted(rest, _CHANNELS.search(rest))
    audience = _AUDIENCE.search(simplified(rest))
    rest, whom = (rest[: audience.start()], rest[audience.start() :]) if audience else (rest, "")
    rest, basis = (rest[: rest.find("《")], rest[rest.find("《") :]) if "《" in rest else (rest, "")
    tail = basis or rest
    limit = next(
        (found for found in _LIMIT.finditer(simplified(tail)) if found.start() > tail.rfind("》")), None
    )
    parts = [tail[: limit.start()], limit.group(), tail[limit.end() :]] if limit else [tail]
    named = [*_names(rest if basis else parts.pop(0), levels), *parts]
    return tuple(part for part in (number.group() if number else "", *named, whom, channels) if part.strip())


def _parted(text: str, found: re.Match[str] | None) -> tuple[str, str]:
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _names(text: str, levels: int) -> list[str]:
    """The names before the content, each up to a word that names of items end with."""
    names: list[str] = []
    while len(names) < levels:
        end = _name_end(simplified(text))
        if not end:
            break
        names.append(text[:end])
        text = text[end:]
    return [*names, text]


def _name_end(text: str) -> int:
    """Where the name that the text begins with ends; 0 where it begins with none."""
    if _NO_NAME.match(text):
        return 0
    for found in _ENDING.finditer(text, 0, 24):
        end, name = found.end(), text[: found.end()]
        if any(sign in name for sign in _MARKS) or "的" in name:
            return 0
        goes_on = text[end : end + 1] in "和与及的、" and not _CONCERNING.match(text, end)
        following = _ENDING.match(text, end)
        goes_on = goes_on or (following is not None and following.group() != found.group())
        if end >= 4 and end < len(text) and not goes_on:
            return 0 if text[end] in _MARKS else end
    return 0

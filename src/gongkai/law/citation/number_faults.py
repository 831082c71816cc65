"""What is wrong with the form of a document number."""

from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

Span = tuple[int, int]


def wrong_brackets(written: str, number: str, span: Span) -> Finding:
    """The year of a number without its brackets 〔〕."""
    return Finding(
        "document-number-brackets",
        Severity.WARNING,
        f"发文字号“{''.join(written.split())}”的年份没有用六角括号〔〕，应写作“{number}”（党政机关公文格式）。",
        span,
        number,
    )


def wrong_form(written: str, number: str, span: Span) -> Finding:
    """第 or 年 where none belongs, or 号 missing. Source: 党政机关公文格式 GB/T 9704—2012 第7.2.5条。"""
    rule = "六角括号里不带“年”，其后不加“第”，末尾有“号”" if "〔" in number else "末尾要有“号”"
    message = f"文号“{''.join(written.split())}”应写作“{number}”：{rule}（党政机关公文格式）。"
    return Finding("document-number-form", Severity.NOTICE, message, span, number)


def without_ordinal(number: str, right: str, span: Span) -> Finding:
    """国务院令711号: 第 is missing."""
    message = f"“{number}”缺“第”字，规范写法是“{right}”。"
    return Finding("order-without-ordinal", Severity.NOTICE, message, span, right)


def mixed_numerals(written: str, number: str, span: Span, is_mixed: bool) -> Finding:
    """七11: a numeral half Chinese; or all Chinese where figures are used."""
    how = "一半是汉字、一半是阿拉伯数字" if is_mixed else "用了汉字数字"
    return Finding(
        "document-number-numerals",
        Severity.ERROR if is_mixed else Severity.WARNING,
        f"文号“{written}”{how}，按“{number}”读，请核对原文。",
        span,
        number,
    )

"""What a content cell asks for, and what it was read as."""

from dataclasses import dataclass
from enum import StrEnum

from gongkai.law.finding import Finding
from gongkai.law.vocabulary import ColumnKind


class ElementType(StrEnum):
    """The sort of field that an element becomes in a form.

    要素类型：表单上用哪一种字段；中文名称见 lawdata/elements.toml 的 types。
    """

    TEXT = "text"
    BODY = "body"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    IMAGE = "image"
    FILE = "file"
    PERSON = "person"
    PHONE = "phone"
    ADDRESS = "address"
    PERIOD = "period"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Element:
    """One element that the content of a column must have.

    公开内容的要素，如“标题”“发文日期”。`name` 是去掉序号、括号和套话的名称，`text` 是目录里的原字句，
    `required` 为假的是可有可无的；`standard` 是同一要素的通名（“文件名称”即“标题”），认不出时为空串。
    """

    name: str
    type: ElementType = ElementType.TEXT
    text: str = ""
    required: bool = True
    standard: str = ""


@dataclass(frozen=True, slots=True)
class ElementReading:
    """What a content cell was read as.

    读出的公开要素与栏目种类。
    """

    text: str
    elements: tuple[Element, ...]
    column_kind: ColumnKind
    findings: tuple[Finding, ...] = ()

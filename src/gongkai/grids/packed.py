"""ZIP archives: which of them are Word or Excel files."""

from importlib import import_module

from gongkai.grids.allowance import Allowance
from gongkai.grids.archive import Archive
from gongkai.grids.kinds import COPY
from gongkai.grids.refusal import named
from gongkai.law.catalogue.grid import Grid
from gongkai.law.errors import LawError

# 主要部件所在的文件夹 → 读它的模块
_READERS = {"word/": "gongkai.grids.document", "xl/": "gongkai.grids.workbook"}
_OPEN_DOCUMENT = {
    "spreadsheet": "开放文档表格（ods）",
    "text": "开放文档（odt）",
    "presentation": "开放文档演示（odp）",
}


def read(data: bytes, name: str = "") -> tuple[Grid, ...]:
    """The grids of an Office file; LawError for every other archive, with what it is."""
    grids: tuple[Grid, ...] = import_module(_READERS[kind_of(data, name)]).read(data, name)
    return grids


def kind_of(data: bytes, name: str = "") -> str:
    """The folder of its main part, word/ or xl/; LawError for every other archive."""
    if data.startswith(b"PK\x05\x06") and len(data) < 1024:
        raise LawError(f"{named(name)}是空的压缩包：请检查文件是否保存完整。")
    if not _is_whole(data):
        raise LawError(f"{named(name)}没有下载完整（缺少结尾部分）：请重新下载后再读。")
    archive = Archive(data, Allowance(name), "压缩格式的文件")
    names = archive.names
    if any(each.endswith("vbaproject.bin") for each in names) or _declares_macros(archive):
        raise LawError(
            f"{named(name)}带有宏（程序），为安全起见不读：请用Excel、Word或WPS打开，另存为不带宏的xlsx或docx后再读。"
        )
    if "xl/workbook.bin" in names:
        raise LawError(
            f"{named(name)}是二进制工作簿（xlsb），不能直接读：请用Excel或WPS打开，另存为xlsx后再读。"
        )
    for folder in _READERS:
        if any(each.startswith(folder) for each in names):
            return folder
    raise _other_archive(archive, names, name)


def _is_whole(data: bytes) -> bool:
    """Whether the list of members stands at the end, as in every whole archive."""
    return data.rfind(b"PK\x05\x06", max(0, len(data) - (1 << 16) - 22)) >= 0


def _declares_macros(archive: Archive) -> bool:
    listed = "[Content_Types].xml"
    return archive.has(listed) and b"macroEnabled" in archive.start(listed, 1 << 20)


def _other_archive(archive: Archive, names: frozenset[str], name: str) -> LawError:
    if any(each.startswith("ppt/") for each in names):
        return LawError(
            f"{named(name)}是演示文稿（pptx），不是表格：请把其中的目录表格复制到xlsx或docx后再读。"
        )
    if "ofd.xml" in names:
        return LawError(
            f"{named(name)}是版式文件（ofd），不能直接读：请找它的Word或Excel原稿，或复制文字另存为txt后再读。"
        )
    if archive.has("mimetype"):
        declared = archive.start("mimetype", 100).decode("ascii", "replace")
        kind = next((kind for word, kind in _OPEN_DOCUMENT.items() if f"opendocument.{word}" in declared), "")
        if kind:
            return LawError(f"{named(name)}是{kind}，不能直接读：{COPY}。")
    inner = any(each.endswith((".xlsx", ".docx", ".xls", ".doc", ".htm", ".html", ".txt")) for each in names)
    inside = "里面装着其他文件，" if inner else ""
    return LawError(f"{named(name)}是压缩包，{inside}不能直接读：请解压后逐个文件读。")

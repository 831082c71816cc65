"""What a file is, by its first bytes, whatever its name."""

from gongkai.grids.refusal import named
from gongkai.law.errors import LawError
from gongkai.law.patterns import lazy

COPY = "请在原程序中打开，把目录所在的表格另存为xlsx或docx后再读"
# 不能读的文件：开头的字节、叫什么、怎么办
_UNREAD = (
    (b"%PDF", "PDF文件", "请用WPS或Word把它转为docx，或复制其中的文字另存为txt后再读"),
    (b"{\\rtf", "RTF文件", "请用WPS或Word打开，另存为docx后再读"),
    (b"\x89PNG", "图片", "请用文字识别（OCR）取得文字，另存为txt后再读"),
    (b"\xff\xd8\xff", "图片", "请用文字识别（OCR）取得文字，另存为txt后再读"),
    (b"GIF8", "图片", "请用文字识别（OCR）取得文字，另存为txt后再读"),
    (b"BM", "图片", "请用文字识别（OCR）取得文字，另存为txt后再读"),
    (b"II*\x00", "图片", "请用文字识别（OCR）取得文字，另存为txt后再读"),
    (b"MM\x00*", "图片", "请用文字识别（OCR）取得文字，另存为txt后再读"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包", "请解压后逐个文件读"),
    (b"Rar!\x1a\x07", "压缩包", "请解压后逐个文件读"),
    (b"\x1f\x8b", "压缩包", "请解压后逐个文件读"),
    (b"\x7fELF", "程序", "请确认文件"),
    (b"MZ\x90", "程序", "请确认文件"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")
_OLE_KINDS = (
    ("WordDocument", "旧版Word文档（doc、wps）"),
    ("Workbook", "旧版Excel工作簿（xls、et）"),
    ("Book", "旧版Excel工作簿（xls、et）"),
    ("PowerPoint Document", "旧版演示文稿（ppt）"),
)
_OFFICE_XML = lazy(
    rb"urn:schemas-microsoft-com:office:spreadsheet|schemas\.microsoft\.com/office/(?:word/2003|2006/xmlPackage)"
)


def zipped(data: bytes) -> bool:
    """Whether it is a ZIP archive: Office's newer files, or anything packed."""
    return data.startswith(_ZIP)


def refuse_unread(data: bytes, name: str) -> None:
    """Raises LawError for a kind that is known but not read, with what to do about it."""
    if data.startswith(_OLE):
        _refuse_old_office(data, name)
    head = data[:1024]
    for mark, kind, mend in _UNREAD:
        if head.startswith(mark) or (mark == b"%PDF" and b"\n%PDF-" in head):
            if mark == b"BM" and data[6:10] != bytes(4):
                continue  # 以“BM”开头的文字
            raise LawError(f"{named(name)}是{kind}，不能直接读：{mend}。")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        raise LawError(f"{named(name)}是图片，不能直接读：请用文字识别（OCR）取得文字，另存为txt后再读。")
    if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") and _OFFICE_XML.search(data[:4096]):
        raise LawError(f"{named(name)}是2003版的XML格式，不能直接读：{COPY}。")


def _refuse_old_office(data: bytes, name: str) -> None:
    if _entry("EncryptedPackage") in data:
        raise LawError(f"{named(name)}加了打开密码，读不了：请在Excel、Word或WPS中取消密码，另存后再读。")
    found = (kind for stream, kind in _OLE_KINDS if _entry(stream) in data)
    kind = next(found, "旧版Office文件（doc、xls、wps、et）")
    claim = "，后缀名虽是新版的" if name.lower().endswith(("docx", "xlsx")) else ""
    raise LawError(
        f"{named(name)}是{kind}{claim}，不能直接读：请用Word、Excel或WPS打开，另存为docx或xlsx后再读。"
    )


def _entry(stream: str) -> bytes:
    """How the directory of an old Office file writes the name of a stream."""
    return stream.encode("utf-16-le") + b"\x00\x00"

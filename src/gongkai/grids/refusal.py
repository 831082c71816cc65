"""How a file that cannot be used is spoken of."""

from gongkai.law.errors import LawError


def named(file: str) -> str:
    """The file as a sentence calls it; long names are cut, and line breaks do not tear the sentence."""
    if not file:
        return "输入"
    shown = "".join(sign if sign.isprintable() else " " for sign in file)
    return f"文件“{shown[:80]}…”" if len(shown) > 80 else f"文件“{shown}”"


def too_large(file: str) -> LawError:
    """The refusal of a file larger than `allowance.LARGEST`."""
    return LawError(f"{named(file)}超过50兆字节，不像是一份目录：请确认文件，或拆开后再读。")


def damaged(file: str, kind: str) -> LawError:
    """The refusal of a file whose inside is torn."""
    return LawError(f"{named(file)}是{kind}，但内容已损坏或没有下载完整：请重新下载，或打开后另存一份再读。")


def only_pictures(file: str) -> LawError:
    """The refusal of a file that shows its catalogue as pictures."""
    return LawError(f"{named(file)}里没有文字，只有图片：请用文字识别（OCR）取得文字，另存为txt后再读。")


def empty(file: str) -> LawError:
    """The refusal of a file without any text."""
    return LawError(f"{named(file)}是空的，没有可读的目录：请检查文件是否保存完整。")

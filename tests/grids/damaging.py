"""Good files made worse: flipped bytes, cuts, parts swapped."""

import quopri
import random
import zipfile
from io import BytesIO

from tests.grids import making

LINES = "".join(f'{number}\t机构职能\t信息形成之日起20个工作日内\t"甲,乙"\n' for number in range(30))
MHTML = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--xx--"\r\n\r\n----xx--\r\n'
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    + quopri.encodestring(making.PAGE.encode())
    + b"\r\n----xx----\r\n"
)
KINDS = {
    "xlsx": making.saved(making.real_workbook()),
    "docx": making.saved(making.real_document()),
    "html": making.PAGE.encode(),
    "big5": making.PAGE.encode("big5", "ignore"),
    "mht": MHTML,
    "csv": LINES.replace("\t", ",").encode("gb18030"),
    "txt": LINES.encode("utf-16"),
    "md": LINES.replace("\t", "|").encode(),
}
_INTRUDERS = (
    b"<", b">", b"&", b'"', b"\0", b"\x00" * 5, b"<td>", b"</tr>", b"<table>", b"</table>", b"999999999",
    b"-1", b"<row>", b"<w:tc>", b"</w:tc>", b"<w:tbl>", b"</w:p>", b"\xff\xfe", b"<!DOCTYPE a>",
    b'<c t="s"><v>99</v></c>', b"<f/>", b'<mergeCell ref="A1:XFD1048576"/>', b' rowspan="0" colspan="99"',
    b'<w:gridSpan w:val="63"/>', b"<w:vMerge/>",
    b"PK\x03\x04", b"PK\x05\x06", b"\f", b"\r", b"|", b"\t", b"\x1a",
)  # fmt: skip


def damaged(kind: str, seed: int) -> bytes:
    """A file of the kind, worse in a way that the seed decides."""
    chance = random.Random(f"{kind}{seed}")
    whole = KINDS[kind]
    if kind in ("xlsx", "docx") and chance.random() < 0.75:
        return _with_worse_parts(chance, whole)
    return _worse(chance, whole)


def _with_worse_parts(chance: random.Random, whole: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2))):
        name, other = chance.choice(list(parts)), chance.choice(list(parts))
        way = chance.random()
        if way < 0.75:
            parts[name] = _worse(chance, parts[name])
        elif way < 0.85 and len(parts) > 1:
            del parts[name]
        else:
            parts[name] = parts[other]
    return making.zipped(parts)


def _worse(chance: random.Random, whole: bytes) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        way = chance.random()
        if way < 0.5:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif way < 0.7:
            del data[at : at + chance.choice((1, 3, 50))]
        elif way < 0.9:
            data[at:at] = chance.choice(_INTRUDERS)
        else:
            start = chance.randrange(len(data) + 1)
            data[at:at] = data[start : start + chance.choice((5, 100, 1000))]
    return bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data)

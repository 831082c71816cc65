"""How much one file may hold: time and memory stay bounded."""

from gongkai.grids.refusal import named
from gongkai.law.errors import LawError

LARGEST = 50 * 1024 * 1024
_INFLATED = 600 * 1024 * 1024
_PARSED = 64 * 1024 * 1024
_TAGS = 3_000_000
_DEPTH = 100_000
_CELLS = 200_000
_CHARACTERS = 10_000_000
LONGEST_CELL = 200_000


class Allowance:
    """What is left of the amounts that one file may take.

    额度：一个文件解压多少、解析多少、有多少格、多少字，用完即止，并用一句话说明。
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._inflated = _INFLATED
        self._parsed = _PARSED
        self._tags = _TAGS
        self._depth = _DEPTH
        self._cells = _CELLS
        self._places = _CELLS
        self._characters = _CHARACTERS

    def inflate(self, size: int) -> None:
        """Takes unpacked bytes; LawError when a small file unpacks into something enormous."""
        self._inflated -= size
        if self._inflated < 0:
            raise LawError(
                f"{named(self.file)}解压后超过600兆字节，不像是一份目录：请把目录所在的表格复制到新文件后再读。"
            )

    def parse(self, piece: bytes) -> None:
        """Takes XML to be understood; LawError past what a catalogue can need, or nested without end."""
        tags, closed = piece.count(b"<"), piece.count(b"</")
        self._depth -= tags - 2 * closed - piece.count(b"/>")
        self.parse_tags(len(piece), tags if self._depth >= 0 else _TAGS + 1)

    def parse_tags(self, size: int, tags: int) -> None:
        """Takes bytes and tags of markup; LawError past what a catalogue can need."""
        self._parsed -= size
        self._tags -= tags
        if self._parsed < 0 or self._tags < 0:
            raise LawError(
                f"{named(self.file)}的内容和格式过大过繁，不像是一份目录：请把目录所在的表格复制到新文件后再读。"
            )

    def take_cells(self, count: int) -> None:
        """Takes cells that are written in the file; LawError past what a catalogue can hold."""
        self._cells -= count
        if self._cells < 0:
            raise self._too_many_cells()

    def take_places(self, count: int) -> None:
        """Takes places of a table laid out, the empty ones too; LawError past what a catalogue can hold."""
        self._places -= count
        if self._places < 0:
            raise self._too_many_cells()

    def take_text(self, length: int) -> None:
        """Takes characters of one cell or line; LawError where they are no cell of a catalogue."""
        if length > LONGEST_CELL:
            raise LawError(
                f"{named(self.file)}里有一格（或一行）超过20万字，不像是一份目录：请检查换行和分列是否丢失，改正后再读。"
            )
        self.copy_text(length)

    def copy_text(self, length: int) -> None:
        """Takes characters that are kept once more; LawError past what a catalogue can hold."""
        self._characters -= length
        if self._characters < 0:
            raise LawError(
                f"{named(self.file)}的文字超过一千万字，不像是一份目录：请只留目录部分，另存后再读。"
            )

    def _too_many_cells(self) -> LawError:
        return LawError(
            f"{named(self.file)}的表格超过20万格，不像是一份目录：请删去多余的行、列和表格，另存后再读。"
        )

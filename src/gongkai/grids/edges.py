"""Word columns whose lines were drawn a little askew."""

from collections.abc import Sequence
from itertools import accumulate

from gongkai.grids.flow import Box

# 2.5毫米（单位：二十分之一磅）：比这还窄的列写不下字，是上下两行的竖线没有对齐
_THIN = 140


def straightened(boxes: list[Box], widths: Sequence[int]) -> list[Box]:
    """The cells with columns too thin for a character taken out; all as they are where one holds text.

    Word gives every vertical line its own column, also where the line of one row stands a millimetre beside
    that of the row above: such a table has more columns than people see.
    """
    thin = [width <= _THIN for width in widths]
    if not any(thin) or sum(thin) * 2 > len(thin):
        return boxes
    before = [0, *accumulate(not each for each in thin)]
    last = len(widths)
    reached = [(before[min(box.left, last)], before[min(box.left + box.columns, last)]) for box in boxes]
    paired = list(zip(boxes, reached, strict=True))
    if any(box.left + box.columns > last or (left == right and box.parts) for box, (left, right) in paired):
        return boxes
    kept = []
    for box, (left, right) in paired:
        if left < right:
            box.left, box.columns = left, right - left
            kept.append(box)
    return kept

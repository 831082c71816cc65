"""Reads the laws that citations are matched against."""

from functools import cache

from gongkai.law.calendars import FOLDER, table
from gongkai.law.citation import Instruments, known

# Beside lawdata, so that reading a citation does not load the catalogue.


@cache
def instruments() -> Instruments:
    """The legal instruments that we know: lawdata/instruments.toml, then lawdata/national_law.tsv."""
    content = table("instruments.toml")
    national = FOLDER.joinpath("national_law.tsv").read_text(encoding="utf-8")
    return Instruments(known.instruments(content["instrument"], content["replacement"], national))

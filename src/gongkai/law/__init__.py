"""The law as plain functions of plain values: no Django, clock, disk or network."""

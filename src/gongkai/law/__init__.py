"""The law as plain functions of plain values."""

"""Exact tables into catalogues: spreadsheets, Word, web."""

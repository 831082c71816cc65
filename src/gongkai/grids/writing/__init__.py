"""Cells into files: the official form as XLSX and DOCX."""

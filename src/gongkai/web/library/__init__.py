"""Columns and documents."""

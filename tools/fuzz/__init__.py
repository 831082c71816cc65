"""Searching for inputs that break the readers."""

"""A site of its own for every test of the portal."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    """An installation folder that only this test writes to."""
    settings.HOME = tmp_path
    settings.SITE_DIR = tmp_path / "site"
    settings.FILES_DIR = tmp_path / "files"
    settings.INDEX_DIR = tmp_path / "index"
    settings.TODAY_SET_TO = "2026-11-10"
    return tmp_path

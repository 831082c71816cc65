"""What every test may take: shared folder, home, browser."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django
import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
REQUIRE_ALL = os.environ.get("GONGKAI_REQUIRE_ALL") == "1"
HOME = Path(tempfile.mkdtemp(prefix="gongkai-test-"))

# Before Django reads its settings; and set up at once, as the conftest.py files below import tables.
os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.web.settings"
os.environ["GONGKAI_HOME"] = str(HOME)
os.environ["GONGKAI_SECRET_KEY"] = "only-for-tests-" * 4
os.environ.pop("GONGKAI_TODAY", None)
django.setup()

settings.register_profile("dev", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """The path of a file under ../shared; in a clone elsewhere the test says that it did not run."""

    def path(name: str) -> Path:
        found = SHARED / name
        if not found.exists():
            pytest.skip(f"没有 ../shared/{name}，这项测试未运行 (not run: the shared folder is not here)")
        return found

    return path


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the real browser that journeys drive."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("没有Chromium，请以root执行 apt-get install chromium (not run: no browser)")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All journeys on one worker: one browser, one server; and first, as they take longest."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests/journeys"):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.xdist_group("journeys"))
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """With GONGKAI_REQUIRE_ALL=1 a skipped test is a failed one."""
    return _demand((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """The same for a file that skips itself while it is read."""
    return _demand((yield))


def _demand(report: pytest.TestReport | pytest.CollectReport) -> pytest.TestReport | pytest.CollectReport:
    if REQUIRE_ALL and report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"GONGKAI_REQUIRE_ALL=1 不允许跳过测试：{reason}"
    return report


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)

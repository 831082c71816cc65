"""A real office for the journeys, on a port of its own."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "行政公开-2026-行路"
STAFF = {
    "lin": ("林晓雯", "editor"),
    "chen": ("陈静", "reviewer"),
    "he": ("何立群", "secrecy_reviewer"),
    "shen": ("沈建国", "final_reviewer"),
}
# Run inside the installation: people come to an office through its own actions.
HIRING = """
import sys, django
django.setup()
from gongkai.law.review import Role
from gongkai.web.org.actions import create_person, grant
from gongkai.web.org.models import Body
body = Body.objects.get()
for username, name, role in zip(*[iter(sys.argv[2:])] * 3):
    grant(None, create_person(None, username, name, body, sys.argv[1]), Role(role), body)
"""
INIT = [
    *("init", "--catalogue", "xihu-2022", "--in-force-on", "2026-01-01"),
    *("--body-code", "office", "--body-name", "示例区人民政府办公室"),
    *("--credit-code", "11330106MB00000100", "--admin", "赵启明"),
]


@dataclass(frozen=True)
class Office:
    """An installation in a folder, served on a port of its own."""

    home: Path
    port: int

    @property
    def address(self) -> str:
        """Where portal and desk are."""
        return f"http://127.0.0.1:{self.port}"

    def environment(self, today: str) -> dict[str, str]:
        """The environment of every command of this office on a day."""
        return os.environ | {
            "GONGKAI_HOME": str(self.home),
            "GONGKAI_TODAY": today,
            "DJANGO_SETTINGS_MODULE": "gongkai.web.settings",
        }

    def command(self, today: str, *words: str) -> str:
        """Run `gongkai …` and give back what it printed."""
        done = subprocess.run(
            [sys.executable, "-c", "from gongkai.cli import main; main()", *words],
            env=self.environment(today),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def set_up(self, today: str) -> None:
        """Initialise the office and hire its staff."""
        self.command(today, *INIT)
        hired = [word for username, (name, role) in STAFF.items() for word in (username, name, role)]
        subprocess.run(
            [sys.executable, "-c", HIRING, PASSWORD, *hired], env=self.environment(today), check=True
        )

    @contextmanager
    def open_on(self, today: str) -> Iterator[None]:
        """Serve the office for as long as the block lasts, on this day."""
        log = (self.home / f"serve-{today}.log").open("ab")
        server = subprocess.Popen(
            [sys.executable, "-c", "from gongkai.cli import main; main()", "serve", "--port", str(self.port)],
            env=self.environment(today),
            stdout=log,
            stderr=log,
        )
        try:
            self._wait(server)
            yield
        finally:
            server.terminate()
            server.wait(20)
            log.close()

    def _wait(self, server: "subprocess.Popen[bytes]") -> None:
        for _ in range(150):
            assert server.poll() is None, "the server ended before it answered"
            try:
                urllib.request.urlopen(f"{self.address}/desk/sign-in", timeout=2).close()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
            else:
                return
        raise AssertionError("the server did not answer within 30 s")

"""The law runs where Django is not installed."""

import subprocess
import sys

IMPORT_ALL = """
import importlib, pkgutil, sys

class NoDjango:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "rules", "tantivy", "minijinja", "click", "rich"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoDjango())
import gongkai.law
names = [found.name for found in pkgutil.walk_packages(gongkai.law.__path__, "gongkai.law.")]
for name in names:
    importlib.import_module(name)
assert "django" not in sys.modules
print(len(names))
"""


def test_every_module_of_the_law_can_be_imported_without_django() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 9

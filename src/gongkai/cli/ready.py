"""The doors of an installation that is set up."""

from types import ModuleType

from gongkai.cli.installation import door


def room(name: str) -> ModuleType:
    """The module `name` of the office; LawError where the installation has no database yet."""
    door("gongkai.web.bake.management.readiness").require_set_up()
    return door(name)

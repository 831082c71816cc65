"""Writes the public site on the disk, and proves it."""

from gongkai.web.bake.actions.baking import bake_all, refresh
from gongkai.web.bake.actions.proving import sweep, verify

__all__ = ["bake_all", "refresh", "sweep", "verify"]

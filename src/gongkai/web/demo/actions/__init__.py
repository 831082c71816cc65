"""Sets the demonstration up, through the office's own actions."""

from gongkai.web.demo.actions.founding import found
from gongkai.web.demo.actions.performing import perform

__all__ = ["found", "perform"]

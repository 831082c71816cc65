"""Sets the demonstration up, through the office's own actions."""

from gongkai.web.demo.actions.founding import found
from gongkai.web.demo.actions.performing import perform
from gongkai.web.demo.actions.workshop import Workshop

__all__ = ["Workshop", "found", "perform"]

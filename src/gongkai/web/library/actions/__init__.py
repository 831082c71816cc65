"""Verbs that change the library: each whole, each on record."""

from gongkai.web.library.actions.attaching import attach, detach
from gongkai.web.library.actions.drafting import draft, move, relate, save, unrelate
from gongkai.web.library.actions.fields import DocumentFields, fields_of, from_json
from gongkai.web.library.actions.installing import installed
from gongkai.web.library.actions.loading import load_catalogue, set_outbound_url, set_responsible_body
from gongkai.web.library.actions.reviewing import approve, reopen, send_back, submit, withdraw
from gongkai.web.library.actions.sweeping import missing_files, strays, sweep_files
from gongkai.web.library.actions.validity import repeal, set_validity

__all__ = [
    "DocumentFields",
    "approve",
    "attach",
    "detach",
    "draft",
    "fields_of",
    "from_json",
    "installed",
    "load_catalogue",
    "missing_files",
    "move",
    "relate",
    "reopen",
    "repeal",
    "save",
    "send_back",
    "set_outbound_url",
    "set_responsible_body",
    "set_validity",
    "strays",
    "submit",
    "sweep_files",
    "unrelate",
    "withdraw",
]

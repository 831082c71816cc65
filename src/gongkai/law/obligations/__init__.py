"""Duties: what is owed by which day, from catalogue and facts."""

from gongkai.law.obligations.duty import STATE_WORDS, Duty, DutyKind, DutyState
from gongkai.law.obligations.owing import duties

__all__ = ["STATE_WORDS", "Duty", "DutyKind", "DutyState", "duties"]

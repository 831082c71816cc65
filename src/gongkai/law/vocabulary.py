"""Words that several rooms of the law share, as enumerations."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs.

    严重程度：error 必须处理；warning 请核对；notice 说明。
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "请核对", Severity.NOTICE: "说明"}


class Unit(StrEnum):
    """A unit of a time limit.

    时限单位。`day` 是自然日；`workday` 是工作日。
    """

    WORKDAY = "workday"
    DAY = "day"
    HOUR = "hour"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class Event(StrEnum):
    """What a time limit is counted from.

    起算事件（contracts/time-limit.md 的 trigger）。
    """

    FORMED_OR_CHANGED = "formed_or_changed"
    FORMED = "formed"
    CHANGED = "changed"
    OBTAINED = "obtained"
    ISSUED = "issued"
    PUBLISHED = "published"
    DECIDED = "decided"
    APPROVED = "approved"
    RECEIVED = "received"
    CLOSED = "closed"
    EFFECTIVE = "effective"
    SIGNED = "signed"
    PERIOD_ENDED = "period_ended"
    HELD = "held"
    STARTED = "started"
    OTHER = "other"


class ColumnKind(StrEnum):
    """What sort of information a column holds.

    栏目种类，由栏目内容推出；规则只认种类，不认栏目名称。
    """

    GUIDE = "guide"
    RULES = "rules"
    LEADERS = "leaders"
    INSTITUTION = "institution"
    OUTBOUND_LINK = "outbound_link"
    NORMATIVE_DOCUMENT = "normative_document"
    INTERPRETATION = "interpretation"
    INTERPRETATION_MEDIA = "interpretation_media"
    CONSULTATION = "consultation"
    ADOPTION_FEEDBACK = "adoption_feedback"
    GENERAL_DOCUMENT = "general_document"
    WORK_REPORT = "work_report"
    MEETING = "meeting"
    DECISION_CATALOGUE = "decision_catalogue"
    NOTICE = "notice"
    PLAN = "plan"
    POWER_LIST = "power_list"
    LICENSING_BASIS = "licensing_basis"
    TWO_DISCLOSURE = "two_disclosure"
    ENFORCEMENT_REGISTER = "enforcement_register"
    INSPECTION_RESULTS = "inspection_results"
    BUDGET = "budget"
    PROCUREMENT = "procurement"
    LIVELIHOOD_PROJECTS = "livelihood_projects"
    APPOINTMENT = "appointment"
    EXAMINATION = "examination"
    PROPOSAL_REPLY = "proposal_reply"
    PERIODIC_WORK = "periodic_work"
    OPEN_DAY = "open_day"
    POLICY_QUESTIONS = "policy_questions"
    PUBLIC_MEETING = "public_meeting"
    PUBLIC_ENTERPRISE = "public_enterprise"
    ANNUAL_REPORT = "annual_report"

"""The audit, for auditors and administrators."""

from datetime import date, datetime, time, timedelta

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gongkai.law.errors import NotAllowed
from gongkai.web.audit import queries as audit
from gongkai.web.audit.models import AuditLine
from gongkai.web.desk import queries
from gongkai.web.desk.forms.audit import AuditQuestion
from gongkai.web.desk.views.door import page, screen, who

PER_PAGE = 50


@screen
def lines(request: HttpRequest) -> HttpResponse:
    """审计记录，最新的在前；连同整条链的校验。"""
    bodies = queries.audited_by(who(request))
    if not bodies:
        raise NotAllowed("审计记录只有审计员和管理员可以看；需要核对时请找本单位的审计员。")
    question = AuditQuestion(request.GET)
    found = _found(question).filter(body_code__in=bodies)
    others = request.GET.copy()
    others.pop("page", None)
    context = {
        "question": question,
        "body_names": bodies,
        "part": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "others": others.urlencode(),
        "is_filtered": bool(others),
        "broken": audit.broken_links() if "check" in request.GET else None,
        "last": audit.lines().first(),
    }
    return page(request, "audit.html", "audit", context)


def _found(question: AuditQuestion) -> QuerySet[AuditLine]:
    question.is_valid()
    asked = question.cleaned_data
    found = audit.lines()
    if asked.get("person"):
        found = found.filter(person_name__contains=asked["person"])
    if asked.get("act"):
        found = found.filter(act__contains=asked["act"])
    if asked.get("text"):
        found = found.filter(Q(sentence__contains=asked["text"]) | Q(subject__contains=asked["text"]))
    if asked.get("first_on"):
        found = found.filter(at__gte=_midnight(asked["first_on"]))
    if asked.get("last_on"):
        found = found.filter(at__lt=_midnight(asked["last_on"] + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))

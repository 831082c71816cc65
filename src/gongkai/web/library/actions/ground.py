"""What every verb stands on: locks, permission, outbox."""

from django.db.models import F

from gongkai.law.citation import quoted
from gongkai.law.errors import Conflict, NotAllowed
from gongkai.law.review import ROLE_WORDS, STATUS_WORDS, Role, Status
from gongkai.web import clock
from gongkai.web.library.models import CodeCounter, Document, OutboxEntry
from gongkai.web.org.models import Body, Person
from gongkai.web.org.queries import may, roles_of


def locked(document: Document) -> Document:
    """The document as it stands now, held until the transaction ends."""
    held = Document.objects.select_for_update(of=("self",), no_key=True)
    return held.select_related("column__item", "column__body", "body").get(pk=document.pk)


def require(person: Person, role: Role, body: Body, what: str) -> None:
    """Refuse unless the person holds the role for the body that owns `what`."""
    if may(person, role, body):
        return
    own = roles_of(person)
    if own and body.pk not in own:
        raise NotAllowed(f"{what}属于{body.name}，您在这个单位没有角色，不能办理。")
    raise NotAllowed(f"这件事要由{body.name}有“{ROLE_WORDS[role]}”角色的人办理，您没有这个角色。")


def require_draft(document: Document) -> None:
    """Refuse to change what is under review or public."""
    status = Status(document.status)
    if status is Status.DRAFT:
        return
    way = {
        Status.PUBLISHED: "要修改，请终审人先撤下，再重新起草",
        Status.WITHDRAWN: "要修改，请先重新起草",
    }.get(status, "审查期间不能修改；要修改，请审查人退回")
    raise Conflict(f"{quoted(document.title)}现在是“{STATUS_WORDS[status]}”，{way}。")


def tell_site(code: str = "") -> None:
    """Note that a document's pages (or, without a code, the whole site) must be written anew."""
    topic = "document" if code else "site"
    OutboxEntry.objects.create(topic=topic, key=code, made_at=clock.now())


def next_code(name: str, many: int = 1) -> int:
    """The first of `many` fresh numbers of a counter, taken while holding its row."""
    counters = CodeCounter.objects.select_for_update().filter(name=name)
    if (counter := counters.first()) is None:
        CodeCounter.objects.get_or_create(name=name)
        counter = counters.get()
    first: int = counter.last + 1
    CodeCounter.objects.filter(pk=counter.pk).update(last=F("last") + many)
    return first

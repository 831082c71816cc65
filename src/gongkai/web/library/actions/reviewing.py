"""Review: submitting, passing, returning, withdrawing."""

from gongkai.law import review as law
from gongkai.law.citation import quoted
from gongkai.law.errors import Conflict, Faults, LawError, NotAllowed
from gongkai.law.numbering import index_number
from gongkai.law.review import MOVE_WORDS, STAGE_WORDS, Move, Status
from gongkai.web import clock
from gongkai.web.audit.actions import record
from gongkai.web.library import plan, review
from gongkai.web.library.actions.ground import locked, tell_site
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import Column, Document, IndexCounter, ReviewAct
from gongkai.web.org.models import Body, Person
from gongkai.web.org.queries import roles_for

# All that a move may change: the text stays as it was reviewed.
MOVED = (
    "status",
    "index_number",
    "sequence",
    "published_at",
    "withdrawn_at",
    "withdrawal_reason",
)


@whole
def submit(person: Person, document: Document) -> Document:
    """Send a draft to first review; Faults names every field that its column still needs."""
    held = locked(document)
    _require(person, held, Move.SUBMIT)
    if faults := plan.missing(held, clock.today()):
        raise Faults(faults)
    return _made(person, held, Move.SUBMIT)


@whole
def approve(
    person: Person, document: Document, conclusion: str = "", *, version: int | None = None
) -> Document:
    """Pass the stage at which a document stands; passing the last one publishes it.

    Publication gives index number and sequence and tells the site, all in this transaction. `version` is
    the one that was read: Conflict when there is a newer one.
    """
    held = locked(document)
    _require_read(held, version)
    _require(person, held, Move.APPROVE, conclusion)
    if held.status == Status.FINAL_REVIEW:
        _publish(held)
    return _made(person, held, Move.APPROVE, conclusion)


@whole
def send_back(person: Person, document: Document, reason: str, *, version: int | None = None) -> Document:
    """Return a document to its writers with the reason; `version` as in `approve`."""
    held = locked(document)
    _require_read(held, version)
    _require(person, held, Move.SEND_BACK, reason)
    return _made(person, held, Move.SEND_BACK, reason)


@whole
def withdraw(person: Person, document: Document, reason: str) -> Document:
    """Take a published document off the site; its number, versions and reason stay."""
    held = locked(document)
    _require(person, held, Move.WITHDRAW, reason)
    held.withdrawn_at = clock.now()
    held.withdrawal_reason = reason.strip()
    return _made(person, held, Move.WITHDRAW, reason)


@whole
def reopen(person: Person, document: Document) -> Document:
    """Make a withdrawn document a draft again; published anew it keeps its index number."""
    held = locked(document)
    _require(person, held, Move.REOPEN)
    return _made(person, held, Move.REOPEN)


def _require(person: Person, held: Document, move: Move, reason: str = "") -> None:
    roles = roles_for(person, held.body)
    if not roles:
        raise NotAllowed(
            f"{quoted(held.title)}属于{held.body.name}，您在这个单位没有角色，不能{MOVE_WORDS[move]}。"
        )
    standing = review.round_of(held)
    if sentence := law.refusal(move, standing, str(person.pk), roles):
        if law.step(move, standing.status) is None:
            raise LawError(sentence)
        raise NotAllowed(sentence)
    if sentence := law.reason_missing(move, standing.status, reason):
        raise Faults([("reason" if move is not Move.APPROVE else "conclusion", sentence)])


def _require_read(held: Document, version: int | None) -> None:
    """Nobody judges a text that they did not have before them (条例第十七条)."""
    newest = held.versions.defer("fields").latest("number").number
    if version is not None and version != newest:
        raise Conflict(f"您看的是第{version}稿，现在是第{newest}稿；请看过新的一稿再办（{law.ARTICLE}）。")


def _made(person: Person, held: Document, move: Move, words: str = "") -> Document:
    """Write the move down: status, act, audit line, outbox."""
    before = Status(held.status)
    row = law.step(move, before)
    if row is None:
        raise LawError(f"文件状态“{before}”没有“{MOVE_WORDS[move]}”这一步。")
    held.status = row.after
    held.save(update_fields=MOVED)
    version = held.versions.defer("fields").latest("number")
    ReviewAct.objects.create(
        document=held,
        version=version,
        person=person,
        # The act of publishing is publication itself: midnight may not come between the two.
        at=held.published_at if row.after is Status.PUBLISHED else clock.now(),
        move=move,
        before=before,
        after=row.after,
        conclusion=words.strip(),
    )
    word = STAGE_WORDS[before] + MOVE_WORDS[move] if before in STAGE_WORDS else MOVE_WORDS[move]
    opinion = words.strip().rstrip("。")
    said = f"：{opinion}" if opinion else ""
    details = {"version": version.number, "sha256": version.sha256}
    if row.after is Status.PUBLISHED:
        said += f"。已公开，索引号{held.index_number}"
        details["index_number"] = held.index_number
    sentence = f"{person.name}{word}{quoted(held.title)}第{version.number}稿{said}。"
    record(person, word, f"document:{held.code}", sentence, body=held.body, details=details)
    if Status.PUBLISHED in {before, row.after}:
        tell_site(held.code)
    return held


def _publish(held: Document) -> None:
    # Locks are always taken in this order (document, column, counter, audit), so nobody waits in a circle.
    column = Column.objects.select_for_update(of=("self",), no_key=True).get(pk=held.column_id)
    held.sequence = column.published_count + 1
    Column.objects.filter(pk=column.pk).update(published_count=held.sequence)
    held.published_at = clock.now()
    held.withdrawn_at = None
    held.withdrawal_reason = ""
    if held.index_number is None:
        held.index_number = _next_index_number(held.body, clock.today().year)


def _next_index_number(body: Body, year: int) -> str:
    counters = IndexCounter.objects.select_for_update().filter(body=body, year=year)
    if (counter := counters.first()) is None:
        IndexCounter.objects.get_or_create(body=body, year=year)
        counter = counters.get()
    counter.last += 1
    counter.save(update_fields=["last"])
    return str(index_number(body.credit_code, year, counter.last))

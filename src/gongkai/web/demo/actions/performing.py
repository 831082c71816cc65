"""Plays the programme: every act by the right person, in time."""

from collections.abc import Callable, Sequence

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.web import clock
from gongkai.web.demo.actions.founding import Cast
from gongkai.web.demo.actions.workshop import Workshop
from gongkai.web.demo.plan.markup import html
from gongkai.web.demo.plan.planned import Fate, Planned, Step
from gongkai.web.library import actions as library
from gongkai.web.library.actions import DocumentFields
from gongkai.web.library.models import Document, Validity

FIRST = "内容完整，格式规范，日期与文号核对无误。"
SECRECY = "经审查，不涉及国家秘密、商业秘密和个人隐私，可以公开。"
FINAL = "同意公开。"
FATES = {
    Fate.AMENDED: Validity.AMENDED,
    Fate.REPEALED: Validity.REPEALED,
    Fate.LAPSED: Validity.LAPSED,
}


class Performance:
    """Plays the steps one after another, each at its moment.

    演示的上演：按时间先后，由各单位的人逐步办理。
    """

    def __init__(self, cast: Cast, workshop: Workshop) -> None:
        self.cast = cast
        self.workshop = workshop
        self.documents: dict[str, Document] = {}

    def play(self, step: Step) -> None:
        """One act, as if it were its moment."""
        with clock.at(step.at):
            _ACTS[step.act](self, step.document)

    def draft(self, planned: Planned) -> None:
        """Enter the document with its files and relations."""
        editor = self.cast.person(Role.EDITOR, planned.body)
        document = library.draft(
            editor,
            self.cast.columns[planned.column],
            _fields(planned, self.cast.bodies[planned.body].name),
            body=self.cast.bodies[planned.body],
            is_demonstration=True,
        )
        for file in planned.files:
            if content := self.workshop.content(file):
                library.attach(editor, document, file.name, content)
        for relation in planned.relations:
            library.relate(editor, document, RelationKind(relation.kind), self.documents[relation.to])
        self.documents[planned.key] = document

    def submit(self, planned: Planned) -> None:
        """Send it to review."""
        library.submit(self.cast.person(Role.EDITOR, planned.body), self.documents[planned.key])

    def pass_first(self, planned: Planned) -> None:
        """First review."""
        self._approve(planned, Role.REVIEWER, FIRST)

    def pass_secrecy(self, planned: Planned) -> None:
        """Secrecy review, with its conclusion."""
        self._approve(planned, Role.SECRECY_REVIEWER, SECRECY)

    def pass_final(self, planned: Planned) -> None:
        """Final review, which publishes."""
        self._approve(planned, Role.FINAL_REVIEWER, FINAL)

    def send_back(self, planned: Planned) -> None:
        """Return it with the reason."""
        reviewer = self.cast.person(Role.REVIEWER, planned.body)
        library.send_back(reviewer, self.documents[planned.key], planned.reason)

    def meet_fate(self, planned: Planned) -> None:
        """What becomes of it later: amended, repealed, lapsed."""
        if planned.fate is None:
            return
        person = self.cast.person(Role.FINAL_REVIEWER, planned.body)
        document = self.documents[planned.key]
        if planned.fate.fate is Fate.WITHDRAWN:
            library.withdraw(person, document, planned.fate.reason)
            return
        by = self.documents.get(planned.fate.by)
        library.set_validity(person, document, FATES[planned.fate.fate], by=by)

    def _approve(self, planned: Planned, role: Role, conclusion: str) -> None:
        document = self.documents[planned.key]
        self.documents[planned.key] = library.approve(
            self.cast.person(role, planned.body), document, conclusion
        )


_ACTS: dict[str, Callable[[Performance, Planned], None]] = {
    "draft": Performance.draft,
    "submit": Performance.submit,
    "first_review": Performance.pass_first,
    "secrecy_review": Performance.pass_secrecy,
    "final_review": Performance.pass_final,
    "send_back": Performance.send_back,
    "fate": Performance.meet_fate,
}


def perform(
    cast: Cast, workshop: Workshop, steps: Sequence[Step], progress: Callable[[int, int], None]
) -> None:
    """Play every step in order, telling how far it is."""
    performance = Performance(cast, workshop)
    for at, step in enumerate(steps, 1):
        performance.play(step)
        if at % 20 == 0 or at == len(steps):
            progress(at, len(steps))


def _fields(planned: Planned, body: str) -> DocumentFields:
    return DocumentFields(
        title=planned.title,
        text=html(planned.lines),
        document_number=planned.document_number,
        issuing_body=planned.issuing_body or body,
        summary=planned.summary,
        keywords=planned.keywords,
        subject=planned.subject,
        genre=planned.genre,
        validity=planned.validity,
        **planned.dates,
    )

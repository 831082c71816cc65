"""Attachments: kept by their content, safe before the row."""

from gongkai.law.citation import quoted
from gongkai.law.errors import Conflict, LawError
from gongkai.law.review import Role
from gongkai.web.audit.actions import record
from gongkai.web.library.actions import files
from gongkai.web.library.actions.drafting import keep_version
from gongkai.web.library.actions.ground import locked, require, require_draft
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import Attachment, Document
from gongkai.web.org.models import Person


@whole
def attach(person: Person, document: Document, name: str, content: bytes) -> Attachment:
    """Add a file to a draft; LawError for a kind or size that is not taken, or a full disk.

    The bytes are safe on the disk before the row is written. A version is kept, since the file is part of
    what is reviewed; the document's revision stays, so that a form open beside it can still be saved.
    """
    held = locked(document)
    require(person, Role.EDITOR, held.body, quoted(held.title))
    require_draft(held)
    tidy = files.clean_name(name)
    media_type = files.media_type(tidy, content)
    sha256 = files.keep(content)
    same = held.attachments.filter(sha256=sha256, name=tidy)
    if same.exists():
        raise Conflict(f"附件“{tidy}”已经在这份文件里，内容也相同，不必再放一次。")
    last = held.attachments.order_by("-order").values_list("order", flat=True).first() or 0
    attachment = Attachment.objects.create(
        document=held, order=last + 1, name=tidy, media_type=media_type, size=len(content), sha256=sha256
    )
    keep_version(person, held)
    sentence = f"{person.name}为{quoted(held.title)}添加附件“{tidy}”。"
    details = {"sha256": sha256, "size": len(content)}
    record(person, "添加附件", f"document:{held.code}", sentence, body=held.body, details=details)
    return attachment


@whole
def detach(person: Person, attachment: Attachment) -> None:
    """Take a file off a draft; its bytes stay for good where a version that names them went to review."""
    held = locked(attachment.document)
    require(person, Role.EDITOR, held.body, quoted(held.title))
    require_draft(held)
    if f"/files/{attachment.sha256[:16]}/" in held.text:
        raise LawError(f"正文里有图片或链接用着附件“{attachment.name}”；请先从正文中拿掉，再移除附件。")
    gone, _ = Attachment.objects.filter(pk=attachment.pk).delete()
    if not gone:
        raise Conflict("这个附件已由别人移除，请刷新后再看。")
    keep_version(person, held)
    sentence = f"{person.name}从{quoted(held.title)}移除附件“{attachment.name}”。"
    record(person, "移除附件", f"document:{held.code}", sentence, body=held.body)

"""Acts of review: who moved a document, when and why."""

from django.conf import settings
from django.db import models

from gongkai.law.review import Move, Status
from gongkai.web.library.models.document import Document, Version


class ReviewAct(models.Model):
    """One move of a document between draft and public.

    审查记录：送审、通过、退回、撤下、重新起草，各由谁、何时、对哪一稿、说了什么。
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="review_acts")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")
    move = models.CharField("动作", max_length=12, choices=[(move.value, move.name) for move in Move])
    before = models.CharField("原状态", max_length=20, choices=[(s.value, s.name) for s in Status])
    after = models.CharField("新状态", max_length=20, choices=[(s.value, s.name) for s in Status])
    conclusion = models.TextField("意见或结论", blank=True)

    class Meta:
        ordering = ["document", "id"]

    def __str__(self) -> str:
        return f"{self.document} {self.move}"

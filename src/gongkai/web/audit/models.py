"""The audit: one line for every act, each hashing the last."""

from django.conf import settings
from django.db import models


class AuditLine(models.Model):
    """One act of one person, never changed and never removed.

    审计记录。`hash` 由本行内容与上一行的 `hash` 算出，改动任何一行都会使其后全部对不上。
    人名、单位名照当时写下，不随人员变动。
    """

    sequence = models.PositiveBigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    person_name = models.CharField("姓名", max_length=40)
    body_code = models.CharField("单位代码", max_length=40, blank=True)
    act = models.CharField("动作", max_length=40)
    subject = models.CharField("对象", max_length=80, blank=True)
    sentence = models.TextField("记录")
    details = models.JSONField("细节", default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["subject", "sequence"], name="audit_subject")]

    def __str__(self) -> str:
        return self.sentence


class ChainHead(models.Model):
    """The end of the chain, taken in turn by every new line.

    链尾：锁住这一行才能续写，两人同时办事时审计记录因此排成一列；末尾的记录被删也由它看出。
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField("末行序号", default=0)
    hash = models.CharField("末行散列", max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_chain_head")]

    def __str__(self) -> str:
        return f"第{self.sequence}行"

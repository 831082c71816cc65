"""Documents, their versions, attachments and relations."""

from datetime import date, datetime
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from gongkai.law.facts import RelationKind
from gongkai.law.review import STATUS_WORDS, Status
from gongkai.web.library.models.column import Column
from gongkai.web.org.models import Body


class Validity(StrEnum):
    """Whether a document still holds in law.

    有效性：有效、已修改、废止、失效；不属于规范性文件的为空。
    """

    IN_FORCE = "in_force"
    AMENDED = "amended"
    REPEALED = "repealed"
    LAPSED = "lapsed"


VALIDITY_WORDS = {
    Validity.IN_FORCE: "有效",
    Validity.AMENDED: "已修改",
    Validity.REPEALED: "废止",
    Validity.LAPSED: "失效",
}


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(timezone.get_current_timezone()).date() if moment else None


class Document(models.Model):
    """A piece of government information, from draft to public.

    文件（政府信息）。日期都是发生之日：成文 `signed_on`、印发 `issued_on`、形成或变更 `formed_on`、
    作出决定 `decided_on`、批准或批复 `approved_on`、施行 `effective_on`、征集期 `opens_on` 至 `closes_on`；
    发布时刻是 `published_at`。`revision` 每存一次加一，两人同存时后者被拒。
    """

    code = models.CharField("文件代码", max_length=20, unique=True)
    column = models.ForeignKey(Column, models.PROTECT, related_name="documents", verbose_name="栏目")
    body = models.ForeignKey(Body, models.PROTECT, related_name="documents", verbose_name="发布机构")
    status = models.CharField("状态", max_length=20, default=Status.DRAFT, choices=list(STATUS_WORDS.items()))
    title = models.CharField("标题", max_length=300)
    text = models.TextField("正文", blank=True)
    document_number = models.CharField("发文字号", max_length=60, blank=True)
    issuing_body = models.CharField("发文机关", max_length=200, blank=True)
    summary = models.TextField("内容概述", blank=True)
    keywords = models.CharField("关键词", max_length=200, blank=True)
    subject = models.CharField("主题分类", max_length=60, blank=True)
    genre = models.CharField("体裁分类", max_length=20, blank=True)
    signed_on = models.DateField("成文日期", null=True, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    formed_on = models.DateField("形成或变更日期", null=True, blank=True)
    decided_on = models.DateField("决定作出日期", null=True, blank=True)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    expires_on = models.DateField("有效期至", null=True, blank=True)
    opens_on = models.DateField("征集开始日期", null=True, blank=True)
    closes_on = models.DateField("征集截止日期", null=True, blank=True)
    validity = models.CharField(
        "有效性",
        max_length=10,
        blank=True,
        choices=[(key.value, word) for key, word in VALIDITY_WORDS.items()],
    )
    index_number = models.CharField("索引号", max_length=40, unique=True, null=True, blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤下时间", null=True, blank=True)
    withdrawal_reason = models.TextField("撤下理由", blank=True)
    sequence = models.PositiveIntegerField("栏目内发布序号", null=True, blank=True)
    revision = models.PositiveIntegerField("修改次数", default=0)
    is_demonstration = models.BooleanField("示例", default=False)
    created_at = models.DateTimeField("建立时间")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in Status]), name="known_status"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED)
                | Q(index_number__isnull=False, published_at__isnull=False, sequence__isnull=False),
                name="published_is_numbered",
            ),
            models.UniqueConstraint("column", "sequence", name="one_sequence_a_column"),
        ]
        indexes = [
            models.Index(fields=["column", "status", "-published_at"], name="column_newest"),
            models.Index(fields=["status", "-published_at"], name="site_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    def validity_on(self, day: date) -> str:
        """The validity that holds on `day`: past 有效期至 a document in force has lapsed."""
        ended = self.expires_on is not None and self.expires_on < day
        return Validity.LAPSED if ended and self.validity in {"in_force", "amended"} else self.validity

    @property
    def published_on(self) -> date | None:
        """The Beijing day of publication."""
        return _day(self.published_at)

    @property
    def withdrawn_on(self) -> date | None:
        """The Beijing day of withdrawal."""
        return _day(self.withdrawn_at)


class Version(models.Model):
    """A document as it stood after one saving.

    文件的一稿：每次保存都留下全部字段，不能修改。
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("稿次")
    saved_at = models.DateTimeField("保存时间")
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    fields = models.JSONField("各栏内容")
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["document", "number"]
        constraints = [models.UniqueConstraint("document", "number", name="one_version_a_number")]

    def __str__(self) -> str:
        return f"第{self.number}稿"


class Attachment(models.Model):
    """A file attached to a document, kept by its content's hash.

    附件。文件存于 `files/前两位/sha256`，同一内容只存一份。
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="attachments")
    order = models.PositiveIntegerField("次序")
    name = models.CharField("文件名", max_length=200)
    media_type = models.CharField("类型", max_length=100)
    size = models.PositiveBigIntegerField("字节数")
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["document", "order"]
        constraints = [models.UniqueConstraint("document", "order", name="one_attachment_an_order")]

    def __str__(self) -> str:
        return self.name


class Relation(models.Model):
    """How one document stands to another.

    文件关系：解读、征集反馈、修改、废止；两头的页面互相链接。
    """

    source = models.ForeignKey(Document, models.CASCADE, related_name="relations")
    kind = models.CharField("关系", max_length=12, choices=[(kind.value, kind.name) for kind in RelationKind])
    target = models.ForeignKey(Document, models.PROTECT, related_name="related_from")

    class Meta:
        constraints = [models.UniqueConstraint("source", "kind", "target", name="one_relation_each")]

    def __str__(self) -> str:
        return f"{self.source} {self.kind} {self.target}"


class IndexCounter(models.Model):
    """The last index number given to a body in a year.

    索引号流水：每单位每年一行，在发布的同一事务中加一。
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.PositiveIntegerField("年份")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        constraints = [models.UniqueConstraint("body", "year", name="one_counter_a_year")]

    def __str__(self) -> str:
        return f"{self.body} {self.year}：{self.last}"


class CodeCounter(models.Model):
    """The last code given to a document or a column.

    代码流水：文件代码与栏目代码各一行，只增不减，用过的代码不再给别人。
    """

    name = models.CharField("名称", max_length=12, unique=True)
    last = models.PositiveIntegerField("末号", default=0)

    def __str__(self) -> str:
        return f"{self.name}：{self.last}"

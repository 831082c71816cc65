"""Editions of the catalogue, as loaded."""

from django.db import models


class Edition(models.Model):
    """One loaded edition of the catalogue.

    目录版本。`source` 是项目自有格式的全文，任何时候都能照原样重读。
    """

    title = models.CharField("目录名称", max_length=200)
    in_force_on = models.DateField("施行日期")
    loaded_at = models.DateTimeField("载入时间")
    source = models.TextField("目录原文（TOML）")
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-in_force_on", "-id"]

    def __str__(self) -> str:
        return self.title


class CatalogueItem(models.Model):
    """One leaf item of an edition, and the column that kept it.

    公开事项。规则不在此存放：`time_limit_text` 是原文，规则由它读出。`kept_by` 是在这版目录中承担它的
    栏目，`branch` 是当时的上级栏目；换了新版也不改，过去欠什么仍按当时的目录算。
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="items")
    order = models.PositiveIntegerField("次序")
    number = models.PositiveIntegerField("序号")
    path = models.JSONField("栏目路径")
    legal_basis_text = models.TextField("设立依据", blank=True)
    content = models.TextField("栏目内容", blank=True)
    time_limit_text = models.TextField("公开时限", blank=True)
    kind = models.CharField("栏目种类", max_length=40)
    kept_by = models.ForeignKey("library.Column", models.PROTECT, null=True, related_name="items")
    branch = models.ForeignKey("library.Column", models.PROTECT, null=True, related_name="+")
    inherited = models.JSONField("继承自上一行的栏", default=list)
    repairs = models.JSONField("读表时的修补", default=list)

    class Meta:
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint("edition", "order", name="one_item_an_order")]

    def __str__(self) -> str:
        return " › ".join(self.path)

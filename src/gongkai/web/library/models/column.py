"""Columns of the site: the catalogue's tree, kept."""

from django.db import models

from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models.catalogue import CatalogueItem
from gongkai.web.org.models import Body


class Column(models.Model):
    """A column of the site, a leaf keeping one catalogue item.

    栏目。`code` 一经建立不再改变，是栏目的网址；枝干没有 `item`。`published_count` 只增不减，
    末页页码由它推出，撤下留空号。停用的栏目（`is_retired`）不再收文件，已公开的仍在。
    """

    code = models.CharField("栏目代码", max_length=20, unique=True)
    name = models.CharField("栏目名称", max_length=100)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    order = models.PositiveIntegerField("次序")
    item = models.OneToOneField(CatalogueItem, models.PROTECT, null=True, blank=True, related_name="column")
    body = models.ForeignKey(Body, models.PROTECT, related_name="columns", verbose_name="责任单位")
    outbound_url = models.URLField("转链地址", blank=True)
    published_count = models.PositiveIntegerField("发布序号", default=0)
    is_retired = models.BooleanField("已停用", default=False)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint("parent", "name", name="one_name_a_branch"),
            models.UniqueConstraint("name", condition=models.Q(parent=None), name="one_name_at_the_top"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_leaf(self) -> bool:
        """Whether documents stand in it."""
        return self.item_id is not None

    @property
    def kind(self) -> ColumnKind | None:
        """What it holds, from its item; None for a branch."""
        return ColumnKind(self.item.kind) if self.item else None

"""The outbox: what changed and must still reach the site."""

from django.db import models


class OutboxEntry(models.Model):
    """Something whose pages and index entry are stale.

    待办出件：与改动同一事务写入，静态页写好、索引提交之后才删除；中途断电，重启后照此补做。
    """

    topic = models.CharField(max_length=12, choices=[("document", "文件"), ("site", "全站")])
    key = models.CharField("文件代码", max_length=20, blank=True)
    made_at = models.DateTimeField("写入时间")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"

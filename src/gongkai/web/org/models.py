"""Public bodies, people, and the roles people hold."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from gongkai.law.review import Role


class Body(models.Model):
    """A public body that discloses information.

    单位（公开主体）。`credit_code` 是统一社会信用代码，索引号由它开头。
    """

    code = models.CharField("单位代码", max_length=40, unique=True)
    name = models.CharField("单位名称", max_length=100, unique=True)
    short_name = models.CharField("单位简称", max_length=40)
    credit_code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """Creates people with hashed passwords."""

    def create_person(self, username: str, name: str, body: Body | None, password: str) -> "Person":
        """A new person who can sign in with this password."""
        person = self.model(username=username, name=name, body=body)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who works at the desk.

    人员。离职后停用（`is_active`），不删除，审计记录因此始终指得到人。
    """

    username = models.CharField("用户名", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="people", verbose_name="单位")
    office = models.CharField("科室", max_length=40, blank=True)
    is_active = models.BooleanField("在用", default=True)

    USERNAME_FIELD = "username"
    objects = PersonManager()

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name


class RoleGrant(models.Model):
    """A role that a person holds for a body.

    授权：某人在某单位担任某角色；不同单位之间互不相通。
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="grants")
    body = models.ForeignKey(Body, models.CASCADE, related_name="grants")
    role = models.CharField("角色", max_length=20, choices=[(role.value, role.name) for role in Role])

    class Meta:
        constraints = [models.UniqueConstraint("person", "body", "role", name="one_grant_each")]

    def __str__(self) -> str:
        return f"{self.person}：{self.role}（{self.body}）"

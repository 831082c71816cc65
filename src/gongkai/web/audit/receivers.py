"""What the audit hears: acts on people, signing in and out."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from gongkai.web.audit import actions
from gongkai.web.org.models import Body, Person
from gongkai.web.org.signals import happened


@receiver(happened)
def on_act(
    sender: object,
    *,
    person: Person | None,
    act: str,
    subject: str,
    sentence: str,
    body: Body | None,
    **others: object,
) -> None:
    """A body or a person was changed."""
    actions.record(person, act, subject, sentence, body=body)


@receiver(user_logged_in)
def on_sign_in(sender: object, *, request: HttpRequest | None, user: Person, **others: object) -> None:
    """Somebody signed in."""
    sentence = f"{user.name}登录工作台。"
    actions.record(
        user, "登录", f"person:{user.username}", sentence, body=user.body, details=_address(request)
    )


@receiver(user_logged_out)
def on_sign_out(
    sender: object, *, request: HttpRequest | None, user: Person | None, **others: object
) -> None:
    """Somebody signed out; a session that had already ended says nothing."""
    if isinstance(user, Person):
        sentence = f"{user.name}退出工作台。"
        actions.record(
            user, "退出", f"person:{user.username}", sentence, body=user.body, details=_address(request)
        )


@receiver(user_login_failed)
def on_failed_sign_in(
    sender: object,
    *,
    credentials: dict[str, object],
    request: HttpRequest | None = None,
    **others: object,
) -> None:
    """Somebody tried a name and password that do not fit."""
    name = str(credentials.get("username") or "")[:40]
    details = _address(request)
    actions.record(
        None, "登录失败", f"person:{name}", f"有人以“{name}”登录未成功。", details=details, person_name=name
    )


def _address(request: HttpRequest | None) -> dict[str, str]:
    return {"address": str(request.META.get("REMOTE_ADDR", ""))} if request else {}

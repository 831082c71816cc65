"""People and roles on the desk: given by administrators only."""

from tests.web import factories
from tests.web.desk.reading import read

from gongkai.law.review import Role
from gongkai.web.org.models import Person

NEW = {"name": "周岩", "username": "zhouyan", "office": "政务公开科", "password": "四个不相干的词连起来吧"}


def test_an_administrator_adds_a_person_and_gives_a_role(office, at_desk):
    client = at_desk(office.people[Role.ADMINISTRATOR])
    made = client.post("/desk/people/create", NEW | {"body": office.body.code}, follow=True)
    assert "已增加周岩（zhouyan），请接着授予角色。" in read(made).text
    given = client.post(
        "/desk/people/zhouyan/grant", {"role": "editor", "body": office.body.code}, follow=True
    )
    assert "已授予周岩“编辑”角色。" in read(given).text
    taken = client.post(
        "/desk/people/zhouyan/revoke", {"role": "editor", "body": office.body.code}, follow=True
    )
    assert "已撤销周岩的“编辑”角色。" in read(taken).text


def test_others_see_the_list_and_change_nothing(office, at_desk):
    client = at_desk(office.editor)
    page = read(client.get("/desk/people/"))
    assert "何立群" in page.text
    assert "增加人员" not in page.text
    assert client.post("/desk/people/create", NEW | {"body": office.body.code}).status_code in {403, 422}
    role = {"role": "administrator", "body": office.body.code}
    assert client.post(f"/desk/people/{office.editor.username}/grant", role).status_code in {403, 422}
    assert not Person.objects.filter(username="zhouyan").exists()
    assert office.editor.grants.count() == 1


def test_an_administrator_of_another_body_changes_nothing_here(office, at_desk):
    stranger = factories.person(Role.ADMINISTRATOR, body=factories.body())
    client = at_desk(stranger)
    answer = client.post(f"/desk/people/{office.editor.username}/deactivate")
    assert answer.status_code == 403
    assert Person.objects.get(pk=office.editor.pk).is_active


def test_nobody_gives_a_role_to_themself(office, at_desk):
    administrator = office.people[Role.ADMINISTRATOR]
    role = {"role": "final_reviewer", "body": office.body.code}
    answer = at_desk(administrator).post(f"/desk/people/{administrator.username}/grant", role)
    assert answer.status_code == 403
    assert "不能给自己授权" in read(answer).text


def test_faults_of_a_new_person_stand_at_their_fields_and_what_was_typed_stays(office, at_desk):
    client = at_desk(office.people[Role.ADMINISTRATOR])
    taken = NEW | {"username": office.editor.username, "body": office.body.code, "password": "kurz"}
    answer = client.post("/desk/people/create", taken)
    page = read(answer)
    assert answer.status_code == 422
    assert "已有人使用" in page.text
    assert "密码不能少于10个字符" in page.text
    assert page.fields["name"] == "周岩"
    assert page.fields["password"] == ""


def test_somebody_who_left_can_no_longer_sign_in(office, at_desk):
    client = at_desk(office.people[Role.ADMINISTRATOR])
    client.post(f"/desk/people/{office.editor.username}/deactivate")
    assert not Person.objects.get(pk=office.editor.pk).is_active
    assert at_desk(office.editor).get("/desk/").status_code == 302


def test_a_person_changes_their_own_password_and_nobody_elses(office, at_desk):
    client = at_desk(office.editor)
    mine = client.post(
        f"/desk/people/{office.editor.username}/password", {"password": "新的四个词连在一起呀"}
    )
    assert mine.status_code == 302
    other = office.people[Role.REVIEWER].username
    assert (
        client.post(f"/desk/people/{other}/password", {"password": "新的四个词连在一起呀"}).status_code == 403
    )

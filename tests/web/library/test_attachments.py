"""Attachments: what is taken, its name, and a full disk."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.web import factories

from gongkai.law.errors import Conflict, Faults, LawError, NotAllowed
from gongkai.law.review import Role
from gongkai.web.library import actions, queries
from gongkai.web.library.actions import files
from gongkai.web.library.models import Attachment

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + b"0" * 100


@pytest.fixture
def store(settings, tmp_path) -> Path:
    settings.FILES_DIR = tmp_path / "files"
    return settings.FILES_DIR


@pytest.fixture
def draft(place, staff, store):
    return factories.document(place, staff[Role.EDITOR])


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system itself refuses to write more than this into one file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_is_kept_by_its_content_once(draft, staff, store):
    one = actions.attach(staff[Role.EDITOR], draft, "名单.pdf", PDF)
    two = actions.attach(staff[Role.EDITOR], draft, "名单（副本）.pdf", PDF)
    assert queries.path_of(one) == queries.path_of(two)
    assert queries.path_of(one).read_bytes() == PDF
    assert (one.order, two.order, one.media_type) == (1, 2, "application/pdf")
    assert len([path for path in store.rglob("*") if path.is_file()]) == 1


def test_adding_a_file_is_a_version_and_a_form_open_beside_it_can_still_be_saved(draft, staff):
    actions.attach(staff[Role.EDITOR], draft, "名单.pdf", PDF)
    saved = actions.save(staff[Role.EDITOR], draft, factories.fields(), revision=draft.revision)
    assert [version.fields["attachments"] != [] for version in saved.versions.order_by("number")] == [
        False,
        True,
        True,
    ]


def test_who_adds_a_file_wrote_the_document(draft, staff, place):
    both = factories.person(Role.EDITOR, Role.REVIEWER, body=place.body)
    actions.attach(both, draft, "名单.pdf", PDF)
    actions.submit(staff[Role.EDITOR], draft)
    with pytest.raises(NotAllowed, match="参与起草"):
        actions.approve(both, draft)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("页面.html", b"<p>", "种类不能上传"),
        ("宏.docm", b"PK\x03\x04", "种类不能上传"),
        ("没有后缀", b"1", "种类不能上传"),
        ("空.pdf", b"", "空的"),
        ("假.pdf", b"MZ\x90\x00", "内容不是PDF"),
        ("改了名的宏.docx", b"PK\x03\x04....word/vbaProject.bin", "带有宏"),
        ("老宏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "带有宏"),
        ("大.txt", b"0" * (files.SIZE_LIMIT + 1), "超过50 MB"),
    ],
)
def test_files_that_are_not_taken_are_refused_in_a_sentence(draft, staff, store, name, content, sentence):
    with pytest.raises(LawError, match=sentence):
        actions.attach(staff[Role.EDITOR], draft, name, content)
    assert not draft.attachments.exists()
    assert not store.exists()


def test_the_same_file_under_the_same_name_is_added_once(draft, staff):
    actions.attach(staff[Role.EDITOR], draft, "名单.pdf", PDF)
    with pytest.raises(Conflict, match="已经在这份文件里"):
        actions.attach(staff[Role.EDITOR], draft, "名单.pdf", PDF)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\文件\\附件1：名单.PDF", "附件1：名单.pdf"),
        (".pdf", "pdf"),
        ("a\x00b\n?.pdf", "a_b__.pdf"),
        ("  多  空格 .pdf", "多 空格.pdf"),
        ("名" * 300 + ".pdf", "名" * 116 + ".pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("", "附件"),
    ],
)
def test_names_are_made_safe(given, kept):
    assert files.clean_name(given) == kept


def test_a_full_disk_is_one_sentence_and_nothing_is_lost(draft, staff, store):
    actions.attach(staff[Role.EDITOR], draft, "名单.pdf", PDF)
    versions = draft.versions.count()
    with files_no_larger_than(64 * 1024), pytest.raises(LawError, match="磁盘已满"):
        actions.attach(staff[Role.EDITOR], draft, "大.txt", b"1" * 300_000)
    assert [one.name for one in Attachment.objects.all()] == ["名单.pdf"]
    assert draft.versions.count() == versions
    assert [path.name for path in store.rglob(".incoming-*")] == []
    assert actions.attach(staff[Role.EDITOR], draft, "大.txt", b"1" * 300_000).size == 300_000


def test_a_picture_in_the_text_must_be_among_the_attachments(draft, staff):
    editor = staff[Role.EDITOR]
    png = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    picture = actions.attach(editor, draft, "图解.png", png)
    text = f'<p>图解：</p><img src="/files/{picture.sha256[:16]}/图解.png" alt="图解">'
    draft = actions.save(editor, draft, factories.fields(text=text), revision=draft.revision)
    with pytest.raises(LawError, match="用着附件"):
        actions.detach(editor, picture)
    stray = text.replace(picture.sha256[:16], "0" * 16)
    draft = actions.save(editor, draft, factories.fields(text=stray), revision=draft.revision)
    with pytest.raises(Faults, match="本文件没有的附件"):
        actions.submit(editor, draft)
    actions.detach(editor, picture)
    assert queries.path_of(picture).exists()

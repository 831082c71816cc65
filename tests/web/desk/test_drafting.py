"""New documents: own fields, a Word file read, a relation."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as Word
from tests.web import factories
from tests.web.desk.conftest import normative_fields
from tests.web.desk.reading import read

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.web.library.models import Document, Relation
from gongkai.web.library.plan import fields_for

NEW = "/desk/documents/new"


def word_file(*paragraphs: str, name: str = "示政发18号.docx") -> SimpleUploadedFile:
    book = Word()
    for paragraph in paragraphs:
        book.add_paragraph(paragraph)
    table = book.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "年度", "新增托位"
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile(name, out.getvalue())


LETTER = (
    "示例区人民政府文件",
    "示政发〔2026〕18号",
    "示例区人民政府关于印发示例区促进",
    "普惠托育服务发展若干措施的通知",
    "各镇人民政府、各街道办事处：",
    "现将措施印发给你们。本措施自2026年12月15日起施行，有效期至2031年12月14日。",
    "示例区人民政府",
    "2026年11月12日",
)


def test_the_form_has_exactly_the_fields_of_its_column(office, at_desk):
    for column in (office.normative, office.consultation, office.notice, office.interpretation):
        page = read(at_desk(office.editor).get(NEW, {"column": column.code}))
        asked = {name for name in page.fields if name in {f.name for f in Document._meta.get_fields()}}
        # The column itself is a hidden field of every form.
        assert asked - {"column"} == {plan.name for plan in fields_for(column)}


def test_what_was_typed_becomes_a_draft_in_that_column(office, at_desk):
    typed = {
        "column": office.normative.code,
        "does": "save",
        "title": "示例区供水管理办法",
        "text": "第一条。\n第二条。",
    }
    typed |= {"document_number": "示政发[2026]19号", "issued_on": "2026年11月12日", "signed_on": "20261112"}
    answer = at_desk(office.editor).post(NEW, typed, follow=True)
    document = Document.objects.get(title="示例区供水管理办法")
    assert (document.column, document.body, document.status) == (office.normative, office.body, "draft")
    assert document.document_number == "示政发〔2026〕19号"
    assert document.issued_on == document.signed_on == date(2026, 11, 12)
    assert document.text == "<p>第一条。</p>\n<p>第二条。</p>"
    assert "最迟应于 2026-11-23 公开" in read(answer).text


def test_a_date_that_no_calendar_has_is_said_at_its_field_and_nothing_typed_is_lost(office, at_desk):
    typed = {"column": office.normative.code, "does": "save", "title": "题目", "text": "正文还在"}
    typed |= {"issued_on": "2022-02-30", "effective_on": "2020年1230日"}
    answer = at_desk(office.editor).post(NEW, typed)
    page = read(answer)
    assert answer.status_code == 422
    assert "日历上没有“2022-02-30”这一天，请核对年月日。" in page.text
    assert "“2020年1230日”不是日期，请写成 2026-11-23 这样。" in page.text
    assert "2处需要改" in page.text
    assert page.fields["text"].strip() == "正文还在"
    assert page.fields["issued_on"] == "2022-02-30"
    assert not Document.objects.exists()


def test_dates_that_contradict_each_other_are_said_at_the_later_one(office, at_desk):
    typed = {"column": office.consultation.code, "does": "save", "title": "征求意见的公告"}
    typed |= {"opens_on": "2026-11-20", "closes_on": "2026-11-01"}
    answer = at_desk(office.editor).post(NEW, typed)
    assert answer.status_code == 422
    assert "征集不能在开始之前就截止" in read(answer).text


def test_a_draft_without_a_title_is_not_kept_and_says_so(office, at_desk):
    answer = at_desk(office.editor).post(
        NEW, {"column": office.notice.code, "does": "save", "text": "只有正文"}
    )
    assert answer.status_code == 422
    assert "标题不能为空。" in read(answer).text
    assert read(answer).fields["text"].strip() == "只有正文"


def test_coming_from_a_duty_the_original_is_chosen_and_the_relation_is_made(office, at_desk):
    original = factories.published(
        factories.document(office.normative, office.editor, **normative_fields()), on=date(2026, 11, 16)
    )
    client = at_desk(office.editor)
    asked = {"column": office.interpretation.code, "kind": "interprets", "target": original.code}
    page = read(client.get(NEW, asked))
    assert "解读哪份文件" in page.text
    assert (page.fields["target"], page.fields["kind"]) == (original.code, "interprets")
    client.post(NEW, page.fields | {"does": "save", "title": "一图读懂托育措施", "formed_on": "2026-11-18"})
    relation = Relation.objects.get(kind=RelationKind.INTERPRETS)
    assert (relation.source.title, relation.target) == ("一图读懂托育措施", original)


def test_a_word_file_fills_the_fields_and_says_where_each_was_read(office, at_desk):
    sent = {"column": office.normative.code, "does": "read", "file": word_file(*LETTER)}
    answer = at_desk(office.editor).post(NEW, sent)
    page = read(answer)
    assert answer.status_code == 200
    assert page.fields["title"] == "示例区人民政府关于印发示例区促进普惠托育服务发展若干措施的通知"
    assert page.fields["document_number"] == "示政发〔2026〕18号"
    assert page.fields["issuing_body"] == "示例区人民政府"
    assert page.fields["signed_on"] == "2026-11-12"
    assert page.fields["effective_on"] == "2026-12-15"
    assert page.fields["expires_on"] == "2031-12-14"
    assert "<table>" in page.fields["text"]
    assert page.fields["text"].startswith("<p>各镇人民政府、各街道办事处：</p>")
    assert "读自落款日期" in page.text
    assert "没有读到" in page.text  # issued_on: the letter has no imprint
    assert not Document.objects.exists()


def test_a_file_first_and_the_column_afterwards_keeps_what_was_read(office, at_desk):
    client = at_desk(office.editor)
    page = read(client.post(NEW, {"file": word_file(*LETTER)}))
    assert "请选它放在哪个栏目" in page.text
    carried = {name: value for name, value in page.fields.items() if name != "csrfmiddlewaretoken"}
    form = read(client.post(NEW, carried | {"column": office.normative.code}))
    assert form.fields["document_number"] == "示政发〔2026〕18号"
    assert "<table>" in form.fields["text"]
    assert "读自落款" in form.text


def test_a_file_that_is_no_word_document_is_refused_with_the_mend(office, at_desk):
    client = at_desk(office.editor)
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("x.txt", "x")
    refused = {
        "表.pdf": (b"%PDF-1.7", "不是 DOCX 文件"),
        "假.docx": (b"not a zip", "不是完整的 DOCX 文件"),
        "别的.docx": (packed.getvalue(), "里没有正文"),
        "空.docx": (b"", "不是完整的 DOCX 文件"),
    }
    for name, (content, sentence) in refused.items():
        answer = client.post(
            NEW, {"column": office.notice.code, "does": "read", "file": SimpleUploadedFile(name, content)}
        )
        assert answer.status_code == 422
        assert sentence in read(answer).text
    answer = client.post(NEW, {"column": office.notice.code, "does": "read", "title": "写了的还在"})
    assert "还没有选择文件" in read(answer).text
    assert read(answer).fields["title"] == "写了的还在"


def test_columns_are_found_by_a_few_characters(office, at_desk):
    page = read(at_desk(office.editor).get(NEW, {"columns": "采纳"}))
    assert f"?column={office.feedback.code}" in page.links()
    assert f"?column={office.notice.code}" not in page.links()
    assert "没有名称带“外星”的栏目" in read(at_desk(office.editor).get(NEW, {"columns": "外星"})).text


def test_outbound_columns_take_no_documents_and_unknown_ones_are_not_found(office, at_desk):
    client = at_desk(office.editor)
    assert client.get(NEW, {"column": office.outbound.code}).status_code == 422
    assert client.get(NEW, {"column": "zzz"}).status_code == 404


def test_only_editors_of_the_body_may_draft(office, at_desk):
    typed = {"column": office.notice.code, "does": "save", "title": "题目"}
    reviewer = office.people[Role.REVIEWER]
    answer = at_desk(reviewer).post(NEW, typed)
    assert answer.status_code == 403
    assert "有“编辑”角色的人办理" in read(answer).text
    assert at_desk(office.editor).post(NEW, typed).status_code == 302

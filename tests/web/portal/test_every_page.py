"""Every baked page is sound: one heading, a title, live links."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree
from tests.web.site import interpreted, office

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.web.bake import actions as bake
from gongkai.web.library import actions

pytestmark = pytest.mark.django_db
VOID = {"meta", "link", "input", "br", "wbr", "img", "hr", "col"}
DYNAMIC = {"/search"}


class Outline(HTMLParser):
    """What a page holds, as far as the tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.lang = self.title = ""
        self.faults: list[str] = []
        self.feed(text)
        self.faults += [f"not closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "html":
            self.lang = said.get("lang", "")
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1:]))
        if tag in {"a", "link"} and "href" in said:
            self.links.append((said["href"], ""))
        if "id" in said:
            self.ids.append(said["id"])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closed out of order: {tag}")

    def handle_data(self, words):
        if self.open and self.open[-1] == "title" and not self.title:
            self.title = words
        if self.links and "a" in self.open:
            href, said = self.links[-1]
            self.links[-1] = (href, said + words)


def a_whole_site(home: Path) -> None:
    there = office()
    original = there.publish(
        there.originals,
        date(2026, 10, 19),
        title="示例区人民政府办公室关于印发示例区停车泊位管理办法的通知",
        text="<h3>一、总则</h3><p>为了规范停车。</p><table><tr><td>甲</td></tr></table>",
        files=[("附表.csv", b"a,b\n")],
    )
    interpreted(there, original, date(2026, 10, 23))
    old = there.publish(there.originals, date(2026, 2, 2), title="旧办法")
    actions.repeal(there.crew[Role.FINAL_REVIEWER], old, original)
    there.publish(
        there.consultations,
        date(2026, 11, 5),
        title="关于某办法的征集公告",
        opens_on=date(2026, 11, 5),
        closes_on=date(2026, 12, 1),
    )
    there.withdraw(there.publish(there.originals, date(2026, 10, 20), title="误发的文件"))
    for number in range(22):
        there.publish(there.originals, date(2025, 3, 3), title=f"第{number}件文件")
    draft = there.draft(there.interpretations, date(2026, 11, 9))
    actions.relate(there.crew[Role.EDITOR], draft, RelationKind.INTERPRETS, old)
    actions.set_outbound_url(there.crew[Role.ADMINISTRATOR], there.link, "https://www.example.org/zc/")
    bake.bake_all()
    assert len(list((home / "site/columns").rglob("*.html"))) > 10


def html_pages(home: Path) -> Iterator[tuple[str, str]]:
    for file in sorted((home / "site").rglob("*.html")):
        yield "/" + file.relative_to(home / "site").as_posix(), file.read_text(encoding="utf-8")


def test_every_page_is_well_made_and_every_link_leads_somewhere(home: Path) -> None:
    a_whole_site(home)
    seen = 0
    for path, text in html_pages(home):
        outline = Outline(text)
        assert outline.faults == [], path
        assert outline.lang == "zh-CN", path
        assert outline.headings.count(1) == 1, path
        steps = zip([1, *outline.headings], outline.headings, strict=False)
        assert all(after - before <= 1 for before, after in steps), path
        assert outline.title.count(" - ") == 2, path
        assert len(outline.ids) == len(set(outline.ids)), path
        for href, _ in outline.links:
            assert leads_somewhere(home / "site", href), (path, href)
        seen += 1
    assert seen > 20


def leads_somewhere(root: Path, href: str) -> bool:
    parts = urlsplit(href)
    if parts.scheme or not parts.path or parts.path in DYNAMIC:
        return True
    file = root / unquote(parts.path).lstrip("/")
    return (file / "index.html").is_file() if parts.path.endswith("/") else file.is_file()


def test_no_link_is_without_words(home: Path) -> None:
    a_whole_site(home)
    for path, text in html_pages(home):
        tree = etree.HTML(text)
        for link in tree.iter("a"):
            assert "".join(link.itertext()).strip(), (path, etree.tostring(link))


def test_feeds_and_site_maps_are_valid_and_name_what_is_public(home: Path) -> None:
    a_whole_site(home)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    for file in (home / "site").rglob("feed.xml"):
        feed = etree.parse(file)
        assert feed.findtext("a:id", namespaces=atom), file
        assert feed.findtext("a:updated", namespaces=atom).startswith(("2025", "2026", "1970")), file
    names = [
        loc.text for file in (home / "site").glob("sitemap-*.xml") for loc in etree.parse(file).iter("{*}loc")
    ]
    for address in names:
        assert leads_somewhere(home / "site", urlsplit(address).path), address
    assert sum("/documents/" in name for name in names) == 26


def test_nothing_is_asked_of_another_site(home: Path) -> None:
    a_whole_site(home)
    for path, text in html_pages(home):
        tree = etree.HTML(text)
        sources = [one.get("src") for one in tree.iter("script", "img", "iframe")]
        sources += [one.get("href") for one in tree.iter("link")]
        assert all(source.startswith("/") for source in sources), path
        assert "style=" not in text, path


def test_an_empty_column_says_what_should_be_there_and_until_when(home: Path) -> None:
    there = office()
    bake.bake_all()
    text = (home / f"site/columns/{there.updates.code}/index.html").read_text()
    assert "本栏目还没有公开的文件" in text
    assert "最迟应于2026年6月30日公开" in text


def test_a_link_column_says_where_it_leads(home: Path) -> None:
    there = office()
    bake.bake_all()
    path = home / f"site/columns/{there.link.code}/index.html"
    assert "链接的地址还没有填写" in path.read_text()
    actions.set_outbound_url(there.crew[Role.ADMINISTRATOR], there.link, "https://www.example.org/zc/")
    bake.bake_all()
    assert "离开本站" in path.read_text()
    assert "www.example.org" in path.read_text()


def test_the_home_page_counts_days_left_and_names_no_column_of_its_own(home: Path) -> None:
    there = office()
    there.publish(
        there.consultations,
        date(2026, 11, 5),
        title="关于某办法的征集公告",
        opens_on=date(2026, 11, 5),
        closes_on=date(2026, 11, 16),
    )
    bake.bake_all()
    text = (home / "site/index.html").read_text()
    assert "还剩6天" in text
    assert "公开指南甲" in text
    assert "法定内容乙" in text
    assert "依申请公开" in text


def test_a_site_without_columns_still_has_a_home_page(home: Path) -> None:
    bake.bake_all()
    assert "查找政府信息" in (home / "site/index.html").read_text()
    assert (home / "site/404.html").exists()


def test_the_words_of_site_toml_stand_in_the_foot_and_an_unknown_word_is_named(home: Path) -> None:
    office()
    (home / "site.toml").write_text('phone = "0000-0001"\nid_code = "0000000000"\n', encoding="utf-8")
    bake.bake_all()
    text = (home / "site/index.html").read_text()
    assert "0000-0001" in text
    assert 'name="SiteIDCode" content="0000000000"' in text
    (home / "site.toml").write_text('telephone = "1"\n', encoding="utf-8")
    with pytest.raises(Exception, match="不认识“telephone”"):
        bake.bake_all()

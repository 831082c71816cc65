"""Writes docs/manual/findings.md from the list of findings."""

import sys
from collections import defaultdict
from pathlib import Path

from gongkai.law import lawdata
from gongkai.law.catalogue.registry import Example, ExampleKind, FindingKind
from gongkai.law.vocabulary import SEVERITY_NAMES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/manual/findings.md"
KINDS = {
    ExampleKind.LIMIT: "公开时限一格",
    ExampleKind.CITATION: "设立依据一格",
    ExampleKind.CONTENT: "栏目内容一格",
    ExampleKind.NUMBER: "发文字号",
    ExampleKind.ROWS: "表中几行（序号｜一级栏目｜二级栏目｜设立依据｜栏目内容｜公开时限｜公开主体）",
    ExampleKind.TEXT: "由网页、Word转来的文本",
    ExampleKind.POURED: "倒成一格一行的文本",
}
HEAD = """# 问题清单

`gongkai catalogue check 文件` 可能给出的每一种问题。本页由 `lawdata/findings.toml` 生成，不要直接改；
改了清单以后运行 `python tools/manual.py`。

- **错误**：照这样用会出错，必须处理。**请核对**：多半有毛病，要人看一眼。**说明**：只是告诉您，可以不改。
- **可自动改**：只有一种正确写法，`--fix-safe 新文件` 会改好；其余的要人拿主意。
- **读表时已修补**：系统已经按说明读好，原表里仍是那样，宜在原表改正。

"""


def page() -> str:
    """The whole page: by subject a table of contents, then by subject one section a code."""
    subjects: dict[str, list[FindingKind]] = defaultdict(list)
    for kind in lawdata.finding_kinds().values():
        subjects[kind.subject].append(kind)
    number = sum(map(len, subjects.values()))
    contents = "\n".join(_contents(subject, kinds) for subject, kinds in subjects.items())
    sections = "\n".join(
        "\n".join([f"## {subject}\n", *map(_section, kinds)]) for subject, kinds in subjects.items()
    )
    return f"{HEAD}共{number}种。\n\n{contents}\n{sections}"


def _contents(subject: str, kinds: list[FindingKind]) -> str:
    rows = [f"| [{kind.title}](#{kind.code}) | `{kind.code}` | {_marks(kind)} |" for kind in kinds]
    return "\n".join([f"| {subject} | 代码 | |", "| --- | --- | --- |", *rows, ""])


def _marks(kind: FindingKind) -> str:
    marks = [SEVERITY_NAMES[kind.severity]]
    marks += ["可自动改"] if kind.is_safe else []
    marks += ["读表时已修补"] if kind.is_repair else []
    return "，".join(marks)


def _section(kind: FindingKind) -> str:
    examples = "\n".join(_example(example) for example in kind.examples)
    return (
        f'<a id="{kind.code}"></a>\n\n### {kind.title}\n\n`{kind.code}`　{_marks(kind)}\n\n'
        f"{kind.meaning}**怎样改**：{kind.mend}（依据：{kind.source}）\n\n{examples}"
    )


def _example(example: Example) -> str:
    return (
        f"改前（{KINDS[example.kind]}）：\n\n```\n{_shown(example.before)}\n```\n\n"
        f"改后：\n\n```\n{_shown(example.after)}\n```\n"
    )


def _shown(text: str) -> str:
    return text.replace("</tr>", "</tr>\n") if text.startswith("<") else text


def main() -> int:
    """Writes the page; with --check only says whether it is the one that stands there."""
    made = page()
    if "--check" in sys.argv[1:]:
        is_current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == made
        print(
            "docs/manual/findings.md "
            + ("与清单一致。" if is_current else "已过时：请运行 python tools/manual.py。")
        )
        return 0 if is_current else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(made, encoding="utf-8")
    print(f"已写入{PAGE.relative_to(ROOT)}。")
    return 0


if __name__ == "__main__":
    sys.exit(main())

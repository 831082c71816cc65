"""House rules 8, 9, 12: small files and functions, true names."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

from tests.architecture.source import Source, product, sources

CAPTION_LENGTH = 60
FILE_LENGTH = 400
FUNCTION_LENGTH = 40
EMPTY_NAMES = {
    "utils", "util", "helpers", "helper", "common", "base", "core", "manager", "service", "services",
    "handler", "handlers", "processor", "data", "info", "misc",
}  # fmt: skip
EMPTY_VERBS = re.compile(r"_?(get|calculate|process|handle|do)_")
NAMED_BY_OTHERS = {
    "get_absolute_url", "get_context_data", "get_form_kwargs", "get_full_name", "get_initial", "get_object",
    "get_permissions", "get_queryset", "get_short_name", "get_success_url", "get_username", "process_view",
    # click
    "get_command",
    # html.parser
    "handle_comment", "handle_data", "handle_endtag", "handle_entityref", "handle_charref",
    "handle_startendtag", "handle_starttag",
}  # fmt: skip
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _classes(source: Source) -> Iterator[ast.ClassDef]:
    yield from (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef))


def test_every_file_begins_with_a_caption_of_sixty_characters() -> None:
    wrong = {}
    for source in sources():
        caption = (ast.get_docstring(source.tree) or "").partition("\n")[0]
        if not caption or not source.text.startswith('"""') or len(caption) > CAPTION_LENGTH:
            wrong[source.name] = caption
    assert wrong == {}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {source.name: source.text.count("\n") for source in sources()}
    assert {name: length for name, length in lengths.items() if length > FILE_LENGTH} == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {
        f"{source.name}:{node.lineno} {node.name}": length
        for source in sources()
        for node in _functions(source)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LENGTH
    }
    assert long == {}


def test_nothing_carries_a_name_that_says_nothing() -> None:
    wrong = [source.name for source in sources() if PurePath(source.name).stem in EMPTY_NAMES]
    for source in sources():
        wrong += [f"{source.name}: {node.name}" for node in _functions(source) if node.name in EMPTY_NAMES]
        wrong += [f"{source.name}: {node.name}" for node in _classes(source) if _says_nothing(node)]
    assert wrong == []


def _says_nothing(node: ast.ClassDef) -> bool:
    """A class whose last word is empty, unless the framework's own class gave it that word."""
    word = _last_word(node.name)
    return word in EMPTY_NAMES and all(
        _last_word(ast.unparse(base).partition("[")[0]) != word for base in node.bases
    )


def _last_word(name: str) -> str:
    return re.findall(r"[A-Z]?[a-z]+|[A-Z]+|\W", name)[-1].lower()


def test_functions_are_named_after_their_result_or_their_act() -> None:
    wrong = [
        f"{source.name}: {node.name}"
        for source in sources()
        for node in _functions(source)
        if EMPTY_VERBS.match(node.name) and node.name not in NAMED_BY_OTHERS
    ]
    assert wrong == []


def test_identifiers_are_english() -> None:
    wrong = [
        f"{source.name}: {node.name}"
        for source in sources()
        for node in (*_functions(source), *_classes(source))
        if CHINESE.search(node.name)
    ]
    assert wrong == []


def test_class_captions_are_one_clause_of_sixty_characters() -> None:
    wrong = {}
    for source in product():
        for node in (found for found in _classes(source) if not found.name.startswith("_")):
            caption = (ast.get_docstring(node) or "").partition("\n")[0]
            if caption and (len(caption) > CAPTION_LENGTH or ";" in caption or CHINESE.search(caption)):
                wrong[f"{source.name}: {node.name}"] = caption
    assert wrong == {}


def test_a_silence_gives_its_reason() -> None:
    bare = re.compile(r"#\s*(noqa(:\s*[A-Z0-9, ]+)?|type:\s*ignore(\[[\w, -]+\])?)\s*$")
    wrong = [
        f"{source.name}:{number}"
        for source in sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if bare.search(line)
    ]
    assert wrong == []

"""YAML as Steady reads it: a key that stands twice is refused, and a block knows its line."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import yaml

TWICE = "stands twice in this block"


class Block(dict[str, Any]):
    """A block of `key: value`, and the line of the file on which it begins, from 1 on."""

    line = 1


Filled = TypeVar("Filled", bound=dict[str, Any])


def own(text: str) -> Any:
    """What a file of Steady's own says. Raises `yaml.YAMLError`."""
    return yaml.load(text, Loader=_OWN)  # noqa: S506 - a safe loader


def theirs(text: str) -> Any:
    """What a file that somebody wrote says, its blocks as `Block`. Raises `yaml.YAMLError`; see `flaw_of`."""
    return yaml.load(text, Loader=_THEIRS)  # noqa: S506 - a safe loader


def _numbered(loader: Any, node: Any) -> Iterator[Block]:
    block = Block()
    block.line = node.start_mark.line + 1
    return _filled(block, loader, node)


def _plain(loader: Any, node: Any) -> Iterator[dict[str, Any]]:
    return _filled({}, loader, node)


def _filled(block: Filled, loader: Any, node: Any) -> Iterator[Filled]:
    """It is filled when it is in its place, as PyYAML does it: a block may hold itself."""
    yield block
    _refuse_twice(node)
    block.update(loader.construct_mapping(node))


def _refuse_twice(node: Any) -> None:
    seen = set[tuple[str, str]]()
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            if (key.tag, key.value) in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} {TWICE}", key.start_mark)
            seen.add((key.tag, key.value))


def _day(loader: Any, node: Any) -> Any:
    """What is no day stays as it is written."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


def _strict(loader: Any, block: Any) -> Any:
    strict: Any = type("Strict", (loader,), {})
    strict.add_constructor("tag:yaml.org,2002:map", block)
    strict.add_constructor("tag:yaml.org,2002:timestamp", _day)
    return strict


_OWN = _strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader), _plain)  # the fast one
_THEIRS = _strict(yaml.SafeLoader, _numbered)  # the one that says more of what it can't read


FLAWS = (
    (TWICE, "", "keep one of the two"),
    (r"\\t", "it begins with a tab", "write blanks in its place"),
    (
        "expected <block end>|not find expected ':'",
        "it is not in line with what it belongs to",
        "line up with the line above, and write `key: value`",
    ),
    (
        "mapping values are not allowed",
        "there is a colon where none can be",
        "line up with the line above; if the colon is part of the words, put them in quotes",
    ),
    ("expected ','", "a comma or a closing bracket is missing", "put a comma between, and close the bracket"),
    ("node content|end of stream", "a bracket or a quote is open at the end", "close the bracket or the quote"),
    ("start any token|undefined alias", "it begins with a sign that means something else", "put it in quotes"),
    ("", "it can't be read", "write it like Steady's own"),
)


def flaw_of(problem: str) -> tuple[str, str]:
    """What is wrong, in plain words, and what to do about it."""
    what, cure = next((what, cure) for pattern, what, cure in FLAWS if re.search(pattern, problem))
    return what or problem, cure

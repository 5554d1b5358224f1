"""What the site does otherwise than the files: what lies outside of docs/ is named, since no page stands for it."""

import re
from typing import Any

OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+([\w./-]+)(?:#[\w-]+)?\)")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """MkDocs calls this with the text of each page."""
    return OUTSIDE.sub(_named, markdown)


def _named(link: re.Match[str]) -> str:
    words, path = link.groups()
    return words if path in words else f"{words} (`{path}`)"

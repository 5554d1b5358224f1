"""The documentation holds together: its links lead somewhere, its site is built, and it names what there is."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.conversation.commands import COMMANDS, NOT_LISTED
from bot.settings import ACCEPTED, IN_FILES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
CODE = re.compile(r"^( *)(```|~~~).*?^\1\2", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6} (.+?)\s*#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z]+:")
SETTING = re.compile(r"STEADY_[A-Z_]+[A-Z]")
OF_THE_TESTS = {"STEADY_TEST_POSTGRESQL"}
WIDTH = 120
LOADED = re.compile(
    r"<(?:script|img|iframe|source)[^>]*\ssrc=\"?(?:https?:)?//|<link[^>]*rel=\"?(?:stylesheet|preconnect)[^>]*//"
    r"|class=\"?mermaid"  # for which the theme would fetch a script
)


@cache
def prose(page: Path) -> str:
    """The page without its blocks of code."""
    return CODE.sub("", page.read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """The names of a page's headings, as GitHub makes them."""
    found = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in HEADING.findall(prose(page)))
    return frozenset(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found)


def broken(page: Path) -> Iterator[str]:
    """The links of a page that lead nowhere in the repository."""
    for link in LINK.findall(prose(page)):
        if ELSEWHERE.match(link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(page: Path) -> None:
    assert list(broken(page)) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Over here\n[a](#over-here) [b](#there) [c](gone.md) [d](page.md#over-here)\n```\n[e](f.md)\n```\n"
    )

    assert list(broken(page)) == ["#there", "gone.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_a_setting_that_is_none(page: Path) -> None:
    known = {f"STEADY_{name}" for name in ACCEPTED} | {f"STEADY_{name}_FILE" for name in IN_FILES}

    assert set(SETTING.findall(page.read_text(encoding="utf-8"))) <= known | OF_THE_TESTS


def test_who_has_pain_finds_every_command_on_their_page() -> None:
    told = set(re.findall(r"`/(\w+)`", (DOCS / "for_you.md").read_text(encoding="utf-8")))

    assert told == set(COMMANDS) - NOT_LISTED


def test_every_make_command_that_is_told_of_is_one() -> None:
    made = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = {name for page in PAGES for name in re.findall(r"(?:`|^ *)make ([a-z-]+)", page.read_text(), re.MULTILINE)}

    assert told - made == set()


def test_every_file_that_is_told_of_on_the_tour_is_there() -> None:
    tour = (DOCS / "tour.md").read_text(encoding="utf-8")
    files = re.findall(r"`((?:bot|adapters|storage|tests)/[\w/.-]+)`", tour)

    assert len(files) > 20
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_every_decision_is_listed() -> None:
    notes = {note.name for note in (DOCS / "decisions").glob("[0-9]*.md")}

    assert notes == set(LINK.findall((DOCS / "decisions" / "index.md").read_text(encoding="utf-8")))


def test_every_page_is_found_from_the_menu_of_the_site() -> None:
    pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
    nav = set(re.findall(r"^ +- .+: (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))

    assert {page for page in pages if not re.match(r"decisions/[0-9]", page)} == nav  # those are listed in their index


def test_every_test_that_the_threat_model_names_is_one() -> None:
    named = set(re.findall(r"`(test_\w+)`", (DOCS / "threat_model.md").read_text(encoding="utf-8")))
    tests = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py"))

    assert len(named) > 40
    assert named - set(re.findall(r"def (test_\w+)", tests)) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_line_of_prose_is_longer_than_a_line_of_code(page: Path) -> None:
    lines = [line for line in prose(page).splitlines() if not line.startswith("|")]

    assert [line for line in lines if len(line) > WIDTH and " " in line.strip()] == []


def test_the_site_is_built_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    built = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )

    assert (built.returncode, built.stderr) == (0, "")
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > len(list(DOCS.rglob("*.md")))
    assert [page.name for page in pages if LOADED.search(page.read_text(encoding="utf-8"))] == []

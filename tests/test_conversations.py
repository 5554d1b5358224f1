"""Whole chats, compared with what they were.

`make golden` writes them again: read the difference as the person would.
"""

from pathlib import Path

import pytest

from tests.transcript import played

FILES = sorted((Path(__file__).parent / "conversations").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_chat_goes_as_written(path: Path, request: pytest.FixtureRequest) -> None:
    now = played(path)
    if request.config.getoption("--update"):
        path.write_text(now, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == now

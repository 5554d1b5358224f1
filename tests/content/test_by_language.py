"""The words of each language are read when they are first needed, and what is broken is still told."""

from pathlib import Path

import pytest

from bot import content
from bot.content import BrokenContent, ByLanguage, load_library, open_library, read_on


def test_each_language_is_read_once_and_when_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "FOLDER", tmp_path)
    (tmp_path / "words").mkdir()
    for language in ("de", "en"):
        (tmp_path / "words" / f"{language}.yaml").write_text(f"is: {language}")
    read: list[str] = []

    def build(data: dict[str, str]) -> str:
        read.append(data["is"])
        return data["is"]

    words = ByLanguage("words", build)
    assert (list(words), len(words), read) == (["de", "en"], 2, [])
    assert (words["en"], words["en"], words.get("xx")) == ("en", "en", None)
    assert read == ["en"]
    assert list(words.values()) == ["de", "en"]
    assert read == ["en", "de"]


def test_what_is_broken_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "FOLDER", tmp_path)
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.yaml").write_text("is: [")
    with pytest.raises(BrokenContent, match=r"en\.yaml"):
        ByLanguage("words", str)["en"]


def test_an_opened_library_read_on_is_a_loaded_one() -> None:
    opened, loaded = open_library(), load_library()
    read_on(opened)

    assert dict(opened.languages.intents) == dict(loaded.languages.intents)
    assert dict(opened.listening.phrases) == dict(loaded.listening.phrases)

"""Scripts may be edited as far as the programme still finds what it opens."""

from dataclasses import replace

import pytest

from bot.content import BrokenContent, check, load_library
from bot.conversation.scripts import Script

SCRIPTS = load_library().scripts


def test_a_script_that_the_programme_opens_is_missed_at_once() -> None:
    without_help = {name: script for name, script in SCRIPTS.items() if name != "crisis"}
    with pytest.raises(BrokenContent, match="'crisis'"):
        check(without_help)


def test_a_script_that_nothing_opens_is_refused() -> None:
    with pytest.raises(BrokenContent, match="'more'"):
        check({**SCRIPTS, "more": SCRIPTS["crisis"]})


@pytest.mark.parametrize("name", ["peg", "mood"])
def test_a_published_questionnaire_keeps_its_questions_in_their_order(name: str) -> None:
    script = SCRIPTS[name]
    for steps in (script.steps[1:], script.steps[::-1]):
        with pytest.raises(BrokenContent, match="were published as"):
            check({**SCRIPTS, name: replace(script, steps=steps)})


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.id)
def test_every_question_has_each_option_once_and_room_for_an_answer_in_words(script: Script) -> None:
    for step in script.steps:
        assert len(set(step.options)) == len(step.options)
        assert step.limit or step.answer != "text"

"""Scripts may be edited as far as the programme still finds what it opens."""

from dataclasses import replace

import pytest

from bot.content import BrokenContent, check, load_library

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

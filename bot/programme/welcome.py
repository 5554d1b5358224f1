"""The welcome: what Steady is and isn't, consent, and a first set of settings. Before consent nothing is stored."""

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import local
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import safety, spoken
from bot.programme.names import plain_words
from bot.programme.parts import Part
from bot.programme.plan import plan
from bot.understanding.plain_text import normalise

WELCOME = "welcome"
PLACES_TOLD = "places_told"  # with a question: that it was said already where it hurts
TOLD = "told"  # with the question for consent: that it was said what this is
USUAL_HOURS = {"check_in_time": time(9, 0), "nudge_time": time(11, 0), "letter_time": time(17, 0)}
LATE = "late"  # the clock is asked for when all else is set
NEXT = {"name": "zone", "zone": "check_in_time", "which_city": "check_in_time", "check_in_time": "places"}
FIRST = "name"  # what is asked of someone who wants to choose, and what comes after each


def greet(turn: Turn) -> Turn:
    """Say what this is, and ask for consent; whoever was just told so is asked in a line."""
    return ask_once_more(turn) if _was_told(turn) else _tell(turn)


def _tell(turn: Turn) -> Turn:
    return walk.ask(asked(turn, {TOLD: "yes"}))


def asked(turn: Turn, known: Mapping[str, str] | None = None) -> Turn:
    """With the question for consent open, and nothing beneath it: what came before was nobody's."""
    return turn.knowing(agenda=(Place("consent", "agree", turn.person.turn, turn.now, dict(known or {})),))


def _was_told(turn: Turn) -> bool:
    """Whether the question for consent is open, and what this is was said with it."""
    return is_asked(turn) and TOLD in turn.person.agenda[0].answers


def is_asked(turn: Turn) -> bool:
    """Whether consent is what was asked last."""
    return turn.person.place is not None and turn.person.place.script == "consent"


def before_consent(turn: Turn, wish: str | None, text: str = "") -> Turn:
    """Nothing is stored yet: what would be can be read, and whoever talks on is asked once more in short.

    What this is, is said once, and again to those who ask for it.
    """
    if wish == "privacy":
        return ask_once_more(turn.say(WELCOME, "privacy"))
    if wish == "real":
        return ask_once_more(turn.say(WELCOME, "talk-real"))
    if wish in ("export", "delete"):
        return turn.say(WELCOME, "nothing-stored")
    if wish == "help" or (wish == "start" and not text):
        return _tell(turn)
    is_talk = wish is None and len(text.split()) > 1
    is_short = is_talk or wish in ("hard", "medical") or safety.is_shown(turn)
    return ask_once_more(turn) if is_short else greet(turn)


def ask_once_more(turn: Turn) -> Turn:
    """The question for consent again: in a line where it was said what this is, else with the gist of it."""
    if _was_told(turn):
        return walk.ask(asked(turn, {TOLD: "yes"}), "consent-in-a-line")
    return walk.ask(asked(turn), "consent-once-more")


def agrees(turn: Turn, text: str) -> bool:
    """Whether the text says so in full: "I agree", which is no answer to anything else that may have been asked."""
    said = (turn.label("consent-agree", "yes"), *turn.label("consent-agree", "in-full-said").split("|"))
    return plain_words(text) in map(plain_words, said)


def declines(turn: Turn, text: str) -> bool:
    """Whether the text begins with a no of several words: "no thanks, I don't trust this"."""
    plain = " ".join(re.findall(r"[\w']+", normalise(text)))
    return any(
        " " in no and f"{plain} ".startswith(f"{no} ") for no in turn.label("consent-agree", "no-said").split(" | ")
    )


def greet_again(turn: Turn) -> Turn:
    """Someone known says hello or /start."""
    return turn.say(WELCOME, "welcome-back", options=turn.commands("breathe", "checkin", "help"))


def _consented(turn: Turn, place: Place) -> Turn:
    if place.answers["agree"] != "yes":
        return turn.say(WELCOME, "welcome-declined")
    turn = turn.knowing(consented_at=turn.now, heard_at=turn.now)
    if not knows_the_clock(turn):
        turn = turn.setting(**_hours_like(turn.here))
    return walk.open_script(plan(turn), "usual")


def knows_the_clock(turn: Turn) -> bool:
    """Whether the person's local time is known, or can be guessed from where they write."""
    return turn.person.settings.zone_is_known or turn.person.settings.zone != "UTC"


def _usual_or_own(turn: Turn, place: Place) -> Turn:
    if place.answers["how"] == "usual":
        return settle(turn) if turn.person.settings.zone_is_known else _settle_without_a_clock(turn)
    return walk.open_script(turn, FIRST, flow=WELCOME)


def go_on(turn: Turn, place: Place) -> Turn:
    """After one of the first settings: the next one, or the end of the welcome."""
    following, known = NEXT.get(place.script), carried(place)
    if following == "places" and known.get(PLACES_TOLD):
        return settle(turn)
    return walk.open_script(turn, following, **known) if following else settle(turn)


def carried(place: Place) -> dict[str, Any]:
    """What goes along from one of the first settings to the next."""
    return {name: place.answers[name] for name in ("flow", PLACES_TOLD) if name in place.answers}


def in_welcome(place: Place) -> bool:
    return place.answers.get("flow") == WELCOME


def is_part_of_it(place: Place) -> bool:
    """Whether the question is one of the first settings, the clock asked for late among them."""
    return place.answers.get("flow") in (WELCOME, LATE)


def settle(turn: Turn) -> Turn:
    """Everything is set: say when Steady will write."""
    return first_steps(_settled(turn))


def _settle_without_a_clock(turn: Turn) -> Turn:
    return walk.open_script(_settled(turn), "zone", flow=LATE)


def _settled(turn: Turn) -> Turn:
    return plan(turn.say(WELCOME, "welcome-settled", **spoken.settings_of(turn)))


def first_steps(turn: Turn) -> Turn:
    return turn.say(WELCOME, "welcome-first", options=turn.commands("breathe", "checkin", "help"))


def hours_with_a_clock(turn: Turn) -> dict[str, time]:
    """The usual hours, for those that were only guessed while the clock was not known; a chosen one stays."""
    since, settings = turn.person.consented_at, turn.person.settings
    if since is None or knows_the_clock(turn):
        return {}
    guessed = _hours_like(local(since, settings.zone))
    return {name: at for name, at in USUAL_HOURS.items() if getattr(settings, name) == guessed[name]}


def _hours_like(now: datetime) -> dict[str, time]:
    """The time of day at which they are here, while their clock is unknown: so nothing comes in their night."""
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    later = quarter + timedelta(hours=1)
    return {"check_in_time": quarter.time(), "nudge_time": later.time(), "letter_time": later.time()}


def help_(turn: Turn, words: str) -> Turn:
    """Everything there is to ask for."""
    options = turn.commands("breathe", "checkin", "settings")
    return turn.say("help", "help", options=options, **safety.numbers(turn))


PARTS = {"consent": Part(_consented), "usual": Part(_usual_or_own)}

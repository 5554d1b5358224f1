"""What people ask for in words: "pause until monday", "no more small steps", "no, 5".

A wish leads somewhere only where it can be meant: `None` says that in this place the words mean something else.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import time, timedelta

from bot.conversation import commands, walk
from bot.conversation.calendar import is_quiet
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import (
    ally,
    answers,
    body_scan,
    breathing,
    check_in,
    check_in_corrected,
    check_in_day,
    comfort_zone,
    flare,
    goals,
    goes,
    home_clock,
    insights,
    ladder,
    noting,
    pacing,
    pausing,
    pictures,
    privacy,
    questionnaires,
    safety,
    settings,
    silence,
    trials,
    ways_to_breathe,
    weekly,
    welcome,
    where_it_hurts,
)
from bot.programme.names import as_typed
from bot.understanding import understand as understanding
from bot.understanding.intents import Intent
from bot.understanding.understand import Intent as Meant

OUT_OF_DANGER = frozenset({"stop", "go_away", "delete", "breathe", "pause", "privacy", "export", "kept"})
EVEN_IN_A_NOTE = frozenset({"stop", "delete", "help", "breathe", "pause", "alone", "flare", "flare_over"})
TALK = frozenset(
    {
        *("thanks", "bye", "hello", "medicine", "symptom", "medical", "night", "hard", "despair", "how_long", "later"),
        *("sleepless", "you_awake", "real"),
    }
)
UNDER_TALK: Mapping[str, tuple[str, ...]] = {
    "bye": (),
    "later": (),
    "despair": ("breathe", "ally"),
    "real": ("privacy",),
}
BY_DAY = {"night": "hard", "sleepless": "hard", "you_awake": "hello", "bye": "bye-day"}
BY_NIGHT = {"sleepless": "night", "you_awake": "night"}
EVENING = time(18, 0)
# Part of what one may tell of a day.
TOLD_OF_THE_DAY = frozenset({"hard", "despair", "night", "sleepless", "flaring", "slept_in_words", "yesterday"})
BESIDE_A_QUESTION = frozenset({"check_in", "thanks", "nudge", "progress", "export"})  # these wait for a better moment
STEPS = frozenset({"nudge", "try_one"})
OWN_ANSWERS = frozenset({"hard_day", "flare_new", *breathing.SESSIONS})  # these answer hard words in their own way


def wished(turn: Turn, text: str) -> Turn | None:
    """What the first of the intents leads to that may be meant here."""
    for intent in _said(turn, text):
        if _may_leave(turn, intent) and _may_be_heard(turn, intent):
            wanted = _wanted(turn, intent, text)
            if wanted is not None:
                return wanted
    return None


def meant(turn: Turn, text: str) -> Turn | None:
    """What the text as a whole seems to want, where it says nothing in so many words and answers nothing."""
    if commands.is_in_danger(turn) or len(text) > answers.LONG:
        return None
    last = check_in.remembered(turn)
    intent = understanding.understand(text, turn.library.listening, turn.reader, turn.today, last).intent
    if (turn.waiting and intent in BESIDE_A_QUESTION) or (intent == "check_in" and answers.asks(turn, text)):
        return None
    return MEANT[intent](turn, text) if intent in MEANT else None


def _may_leave(turn: Turn, intent: Intent) -> bool:
    """While help for a crisis is on the screen, only these lead elsewhere; a worry about someone asks for no step."""
    if intent.name in STEPS and safety.worries(turn):
        return False
    return not commands.is_in_danger(turn) or intent.name in OUT_OF_DANGER


def _may_be_heard(turn: Turn, intent: Intent) -> bool:
    """A note is kept as it is, but for a few plain wishes; a wish that goes on in words nobody can read is none."""
    question = walk.current(turn)
    if question is None or not question.takes_any_words or not question.waits(turn):
        return True
    return (not question.is_note or intent.name in EVEN_IN_A_NOTE) and _is_plain(turn, intent)


def _is_plain(turn: Turn, intent: Intent) -> bool:
    """Whether what follows the wish can be read: "pause until monday", not "pause for tea"."""
    rest, reader = intent.rest, turn.reader
    if intent.name == "pause" and rest:
        return reader.until(rest, turn.today) is not None
    if intent.name == "checkin" and rest:
        return reader.value(rest) is not None
    return intent.name != "change_time" or not rest or reader.time(rest) is not None


def _wanted(turn: Turn, intent: Intent, text: str) -> Turn | None:
    """What an intent leads to; `None` when in this place the words mean something else."""
    name, rest = intent.name, intent.rest
    if name in TALK:
        return _small_talk(turn, name)
    if name in ("named", "change_name"):
        is_meant = name == "change_name" or is_asked(turn, "name")
        return settings.change_name(turn, text, rest) if is_meant else None
    if name == "pace":
        return pacing.show(turn, as_typed(text, rest))
    if name in AS_TYPED:
        return AS_TYPED[name](turn, text, rest)
    return WISHES[name](turn, rest) if name in WISHES else commands.COMMANDS[name](turn, rest)


def _stop(turn: Turn, rest: str) -> Turn:
    asked = breathing.stop(turn) or breathing.stopped_already(turn) or breathing.not_begun(turn)
    return asked or pausing.stop(turn)


def _left_alone(turn: Turn, rest: str) -> Turn:
    return pausing.pause(turn, "tomorrow")


def _heard_elsewhere(turn: Turn, rest: str) -> None:
    """What is an answer and never a wish."""


def _what_is_kept(turn: Turn, rest: str) -> Turn:
    return safety.what_is_kept(turn) or turn.say("help", "talk-kept", options=turn.commands("privacy"))


def _why_write(turn: Turn, rest: str) -> Turn:
    return turn.say("help", "talk-why-write", options=turn.commands("pause", "stop"))


def _without_number(turn: Turn, rest: str) -> Turn | None:
    return check_in.without_number(turn) if is_asked(turn, "check_in") else None


def _unsure(turn: Turn, rest: str) -> Turn | None:
    return check_in.unsure(turn) if is_asked(turn, "check_in") else None


def _small_talk(turn: Turn, name: str) -> Turn | None:
    """A kind answer; the question that waits is asked again beneath it."""
    question = walk.current(turn)
    if question and question.waits(turn):
        if question.takes_any_words or question.step.answer == "places" or question.script.id in OWN_ANSWERS:
            return None
        if name in ("thanks", "bye"):
            return turn.say("help", _talk(turn, name))
        if not question.script.silent:
            return beside_the_question(turn, question, _talk(turn, name))
    buttons = UNDER_TALK.get(name, ("breathe", "checkin", "help"))
    return turn.say("help", _talk(turn, name), options=turn.commands(*buttons))


def _talk(turn: Turn, name: str) -> str:
    is_day = not is_quiet(turn.now, turn.person.settings.zone) and not (name == "bye" and turn.here.time() >= EVENING)
    return f"talk-{(BY_DAY if is_day else BY_NIGHT).get(name, name)}".replace("_", "-")


def _did_it(turn: Turn, rest: str) -> Turn:
    return goes.told(turn, "done") or comfort_zone.did_it(turn, rest)


def _did_some(turn: Turn, rest: str) -> Turn | None:
    return goes.told(turn, "some") or comfort_zone.did_some(turn, rest)


def _did_not(turn: Turn, rest: str) -> Turn | None:
    return goes.told(turn, "not_done") or comfort_zone.did_not(turn, rest)


def _done(turn: Turn, rest: str) -> Turn | None:
    about_it = not turn.waiting or is_asked(turn, "go_how")
    return (goes.told(turn, "done") if about_it else None) or comfort_zone.done(turn, rest)


def _slept(turn: Turn, rest: str) -> Turn | None:
    """ "Sleep was 5", whatever else is asked just now."""
    score = turn.reader.value(rest)
    if score is None:
        return None
    return answers.take(turn, score) if is_asked(turn, "day", "sleep") else check_in.slept(turn, score)


def says(turn: Turn, text: str, intent: str) -> bool:
    return turn.reader.says(text, intent)


def may_tell_of_the_day(turn: Turn, text: str) -> bool:
    """Whether the text wants nothing; "my back is killing me" and "couldn't sleep" may belong to a check-in."""
    return TOLD_OF_THE_DAY.issuperset(intent.name for intent in _said(turn, text))


def _said(turn: Turn, text: str) -> Iterator[Intent]:
    return understanding.wishes(text, turn.library.listening, turn.reader, check_in.remembered(turn))


def _corrected(turn: Turn, rest: str) -> Turn | None:
    """ "No, 5", "no, upper back"."""
    if stretch := pacing.correct(turn, rest):
        return stretch
    score = turn.reader.value(rest)
    if score is not None and (right := questionnaires.correct(turn, score)):
        return right
    expected = None if score is None else comfort_zone.correct_expected(turn, score)
    return expected or check_in_corrected.put_right(turn, rest)


def _flaring(turn: Turn, rest: str) -> Turn:
    return flare.offer(turn)


def _less(turn: Turn, rest: str) -> Turn | None:
    """ "Less" where the pain is asked for may be said of the pain."""
    is_of_pain = bool(rest) and is_asked(turn, "check_in") and check_in.remembered(turn) is not None
    return None if is_of_pain else silence.offer_less(turn)


def _sore_hands(turn: Turn, rest: str) -> Turn:
    """One tap is enough: with the buttons of what is asked, or those that begin something."""
    question = walk.current(turn)
    if question and question.waits(turn) and not question.takes_any_words:
        return beside_the_question(turn, question, "talk-one-tap")
    return turn.say("help", "talk-one-tap", options=turn.commands("checkin", "breathe"))


def _yesterday(turn: Turn, rest: str) -> Turn | None:
    """ "Yesterday was a 6"."""
    score = turn.reader.value(rest)
    return None if score is None else check_in.told(turn, score, turn.acted_on - timedelta(days=1))


def _new_time(turn: Turn, rest: str) -> Turn:
    at = turn.reader.time(rest) if rest else None
    known = settings.flow_of(turn, "check_in_time")
    if at is None:
        return walk.open_script(turn, "check_in_time", **known)
    asked = turn.pushed(Place("check_in_time", "time", turn.person.turn, turn.now, known))
    return answers.take(asked, at.isoformat(timespec="minutes"))


def is_asked(turn: Turn, script: str, step: str | None = None) -> bool:
    place = turn.person.place
    return place is not None and place.script == script and step in (None, place.step)


def beside_the_question(turn: Turn, question: walk.Question, message: str) -> Turn:
    return walk.ask(turn.say(question.script.kind, message))


def _rhythm(wanted: Callable[[Turn, str], Turn]) -> Callable[[Turn, str], Turn | None]:
    """How often to check in. Without "ask me" before it, "once a week" may be the answer to another question."""

    def heard(turn: Turn, rest: str) -> Turn | None:
        return wanted(turn, rest) if rest or not turn.waiting or is_asked(turn, "check_in") else None

    return heard


# Every wish by its name in the content.
WISHES: Mapping[str, Callable[[Turn, str], Turn | None]] = {
    "stop": _stop,
    "go_away": pausing.stop,
    "alone": _left_alone,
    "hush": pausing.pause,
    "unwell": breathing.stop_unwell,
    "enough": breathing.leave,
    "body_scan": body_scan.begin,
    "breathe_with_sound": ways_to_breathe.with_sound,
    "breathe_to": ways_to_breathe.to_place,
    "breathe_in_rhythm": ways_to_breathe.in_rhythm,
    "hands_full": breathing.count_alone,
    "no_sleep": check_in_day.ask_no_sleep,
    "sleep_again": check_in_day.ask_sleep_again,
    "slept": _slept,
    "no_number": _without_number,
    "unsure": _unsure,
    "no_letter": settings.no_letter,
    "no_weekends": settings.no_weekends,
    "travelling": home_clock.travelling,
    "no_steps": settings.no_steps,
    "only_steps": pausing.only_steps_stop,
    "try_one": comfort_zone.try_one,
    "did_it": _did_it,
    "did_some": _did_some,
    "did_not": _did_not,
    "done": _done,
    "change_places": where_it_hurts.change,
    "not_my_name": settings.forget_name,
    "also_hurts": answers.also_hurts,
    "why_write": _why_write,
    "kept": _what_is_kept,
    "is_in": home_clock.is_in,
    "correction": _corrected,
    "yesterday": _yesterday,
    "did_amount": pacing.told,
    "pace_to": pacing.set_to,
    "it_is_over": flare.it_is_over,
    "change_time": _new_time,
    "change_zone": home_clock.change_zone,
    "slept_in_words": _heard_elsewhere,
    "step_told": _heard_elsewhere,
    "fits": insights.it_fits,
    "fits_not": insights.it_does_not_fit,
    "experiment_breath": trials.propose_breath,
    "experiment_end": trials.end,
    "experiment_kept": trials.put_right_yes,
    "experiment_otherwise": trials.put_right_no,
    "goal_parked": goals.park,
    "goal_reached": goals.reached,
    "goal_step_done": goals.step_done,
    "ladder_go": goes.begin,
    "ladder_back": goes.back,
    "dark_pictures": pictures.dark,
    "light_pictures": pictures.light,
    "weekly_peg": questionnaires.ask_weekly,
    "no_peg": questionnaires.ask_no_more,
    "mood": questionnaires.check_mood,
    **dict.fromkeys((*noting.MATTERS, "took_many", "names_medicine"), _heard_elsewhere),
    "my_medicines": noting.show("medicines"),
    "my_triggers": noting.show("triggers"),
    "my_questions": noting.show("questions"),
    "delete_note": noting.delete,
    "forget_ally": ally.forget,
    "every_other_day": _rhythm(silence.every_other_day),
    "weekly": _rhythm(silence.once_a_week),
    "every_day": _rhythm(silence.every_day),
    "less": _less,
    "flaring": _flaring,
    "sore_hands": _sore_hands,
    **dict.fromkeys(("about_me", "nothing", "this_language"), _heard_elsewhere),
    **dict.fromkeys(answers.SHORT_ANSWERS, _heard_elsewhere),
}

# Wishes that go on in words of the person's own, which are kept as they were typed.
AS_TYPED: Mapping[str, Callable[[Turn, str, str], Turn | None]] = {
    "goal_told": goals.told,
    "goal_edited": goals.edit,
    "ladder_for": ladder.told,
    "took": noting.took,
    "note_that": noting.that,
    "tell_kin": ally.tell,
    "tell_named": ally.tell_named,
    "ally_is": ally.rename,
}


def _breathe(turn: Turn, text: str) -> Turn:
    """A number in so free a sentence need not be minutes."""
    return breathing.offer(turn, "")


def _maybe_a_flare(turn: Turn, text: str) -> Turn | None:
    """What sounds like a flare is asked about where nothing else is; only their yes makes it one."""
    return _small_talk(turn, "hard") if turn.waiting else flare.offer(turn)


def _thanked(turn: Turn, text: str) -> Turn | None:
    return _small_talk(turn, "thanks")


def _asked_a_clinicians_question(turn: Turn, text: str) -> Turn | None:
    return _small_talk(turn, "medical")


# Every meaning that leads somewhere. What is erased or stopped for good is asked about, or undone with one button.
MEANT: Mapping[Meant, Callable[[Turn, str], Turn | None]] = {
    "breathing": _breathe,
    "check_in": check_in.ask_now,
    "nudge": comfort_zone.ask_now,
    "progress": weekly.show,
    "pause": pausing.pause,
    "stop": pausing.pause,  # asks for how long, for good among the answers
    "delete": privacy.delete,
    "export": privacy.export,
    "help": welcome.help_,
    "change_time": _new_time,
    "flare": _maybe_a_flare,
    "thanks": _thanked,
    "medical_question": _asked_a_clinicians_question,
}

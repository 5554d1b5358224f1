"""What is said when someone may be in danger. Nothing else comes first, and nothing scheduled comes after, until they
say to carry on.

Resources beside a plain question and honesty about what a program can do; no score of risk is made or kept
(NICE NG225: tools and scales must not be used to predict suicide or to decide who is helped). Everything is said in the
language the danger was told in, whatever the person's own is.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import QUIET_UNTIL, clock, is_quiet, local, moment_of, outside_quiet_hours
from bot.conversation.effects import Amend, CancelScheduled, DropTimer, Record, SetTimer, Urgency
from bot.conversation.person import Hold, Person, Place, Worry
from bot.conversation.records import Alarm
from bot.conversation.turn import Turn
from bot.programme.names import plain_words
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END, HOW_ARE_YOU, plan
from bot.understanding.safety import DANGERS, Heard, Tier
from bot.understanding.understand import hear_danger

# Without steps, once they carry on, and once they say that a crisis was misheard.
QUIET_AFTER = {"crisis": timedelta(hours=72), "red_flag": timedelta(hours=24), "misheard": timedelta(hours=24)}
SCRIPTS = {"crisis": "crisis", "red_flag_emergency": "red_flag", "red_flag_urgent": "red_flag"}
ASKS_FOR_HELP = frozenset({"not_safe", "hard_to_call", "judged", "aloud", "bad_enough", "tried"})
OF_STRANGERS = ASKS_FOR_HELP | {"safe", "getting_help", "old", "misheard"}  # nothing is held or planned for them
SPOKEN = "spoken"  # the answers' key for the language that the help is given in
WORRIED = timedelta(hours=6)  # so long, what is not understood may still be about the other person
LONG_HELD = timedelta(days=1)  # after so long of a hold, what else they write is answered with the way back, too
STILL_OF_TODAY = timedelta(hours=12)  # a question of how they are that comes later than that is not sent any more


def hears(turn: Turn, text: str) -> Heard:
    """The danger in a text, in whatever language, and whose it is."""
    return hear_danger(text, turn.library.listening, turn.reader)


def hears_words(turn: Turn, text: str) -> Heard:
    """The same by phrases alone."""
    return turn.library.listening.hear_phrases(text, turn.person.language)


def is_danger(heard: Heard) -> bool:
    return heard.tier in SCRIPTS


def answer_for_another(turn: Turn, heard: Heard) -> Turn:
    """Help for someone they worry about; their own days go on, in their own language, but for steps."""
    worry = Worry(heard.tier, heard.language, turn.now, turn.person.turn)
    turn = _help_for_another(erasing_nothing(turn), worry)
    if turn.person.has_consented:
        return _worried(turn, worry)
    return turn.pushed(_place(speaking(turn, worry.language), SCRIPTS[worry.tier]))


def erasing_nothing(turn: Turn) -> Turn:
    """A yes to the question before is no yes to erasing everything any more."""
    return walk.close(turn, "delete")


def _help_for_another(turn: Turn, worry: Worry) -> Turn:
    kind, message = SCRIPTS[worry.tier], f"safety-someone-else-{worry.tier}".replace("_", "-")
    there = replace(speaking(turn, worry.language), urgency=Urgency.SAFETY, danger=worry.tier)
    there = there.say(kind, message, **numbers(there))
    if not is_spoken(turn, worry.language):
        there = there.say(kind, "safety-in-other-languages", **numbers(there))
    return replace(there, in_language=turn.in_language)


def _worried(turn: Turn, worry: Worry) -> Turn:
    until = turn.now + WORRIED
    return turn.knowing(worry=worry, no_challenges_until=max(until, turn.person.no_challenges_until or until))


def worries(turn: Turn) -> bool:
    """Whether they told of someone else in danger, not long ago."""
    worry = turn.person.worry
    return worry is not None and turn.now - worry.since < WORRIED


def still_worried(turn: Turn) -> Turn:
    """The same help again: what was written is most likely about the person they worry about."""
    return _help_for_another(turn, turn.person.worry) if turn.person.worry else turn


def about_themselves(turn: Turn, text: str) -> Heard | None:
    """ "It is about me", after a worry about someone else: the danger was their own."""
    worry = turn.person.worry if worries(turn) else _worry_of_a_stranger(turn)
    tongues = turn.reader.tongues(text, "about_me") if worry else []
    if worry is None or not tongues:
        return None
    tier: Tier = next((tier for tier in DANGERS if tier == worry.tier), "crisis")
    return Heard(tier, language=worry.language if worry.language in tongues else tongues[0])


def _worry_of_a_stranger(turn: Turn) -> Worry | None:
    """Of a stranger only the question is known that the help left open."""
    place = turn.person.place
    if turn.person.has_consented or place is None or not is_shown(turn):
        return None
    return Worry("red_flag_emergency" if place.script == "red_flag" else "crisis", turn.language, turn.now)


def answer(turn: Turn, heard: Heard) -> Turn:
    """Help first, whatever was going on; everything scheduled is called off and held."""
    turn = replace(speaking(turn, heard.language), urgency=Urgency.SAFETY, danger=heard.tier)
    if not turn.person.has_consented:
        return _help_shown(turn, heard)
    entry = turn.person.turn
    alarm = Alarm(entry, turn.now, heard.tier, heard.language)
    held = plan(turn.knowing(hold=_hold(turn, heard.tier), worry=None, agenda=(), trying=None))
    return _help_shown(held.doing(CancelScheduled(), DropTimer(BREATH_END), Record(alarm)), heard)


def _hold(turn: Turn, tier: Tier) -> Hold:
    """The graver one stays."""
    earlier = turn.person.hold
    if earlier and earlier.tier == "crisis" and tier != "crisis":
        return replace(earlier, language=turn.language)
    return Hold(tier, turn.person.turn, turn.now, turn.language)


def speaking(turn: Turn, language: str) -> Turn:
    return turn.speaking(language if is_spoken(turn, language) else turn.person.language)


def is_spoken(turn: Turn, language: str) -> bool:
    return language in turn.library.words.languages


def _help_shown(turn: Turn, heard: Heard) -> Turn:
    """The words of the tier with its buttons; the script stays open so that any answer to it is heard as one."""
    place = _place(turn, SCRIPTS[heard.tier], entry=turn.person.turn)
    message = f"safety-{heard.tier}".replace("_", "-")
    if is_spoken(turn, heard.language):
        return _stay(turn, place, message)
    said = turn.say(SCRIPTS[heard.tier], message, **numbers(turn))
    return _stay(said, place, "safety-in-other-languages")


def _place(turn: Turn, script: str, **known: Any) -> Place:
    known[SPOKEN] = turn.language
    return Place(script, turn.library.scripts[script].steps[0].id, turn.person.turn, turn.now, known)


def language_of(person: Person) -> str | None:
    """The language of the help that is on the screen; of a stranger, only its question knows it."""
    if person.hold:
        return person.hold.language
    return person.place.answers.get(SPOKEN) if person.place else None


def numbers(turn: Turn) -> dict[str, Any]:
    """The emergency number, a crisis line and a way to write in the person's country, or what works in most places."""
    help_ = turn.library.help_lines.for_country(turn.person.settings.country)
    hold = turn.person.hold
    is_long = hold is not None and turn.now - hold.since >= LONG_HELD
    held = {"held": "yes" if hold else "no", "waits": "long" if is_long else "no"}
    at = turn.here.time() if turn.zone_is_known else None
    return help_.words(turn.language, at) | held


def soft(turn: Turn, heard: Heard) -> Turn:
    """A past, a quotation, a dark joke: one light line, no hold, and the conversation goes on."""
    there = speaking(erasing_nothing(turn), heard.language)
    return replace(there.say("crisis", "safety-soft", **numbers(there)), in_language=turn.in_language)


# What they choose under the help


def _stay(turn: Turn, place: Place, message: str) -> Turn:
    """Say it with the same buttons; the hold stays."""
    hidden = ("tomorrow",) if turn.person.has_consented else ("tomorrow", "carry_on")
    return _asked(turn, place, message, hidden)


def _stay_until_tomorrow(turn: Turn, place: Place, message: str) -> Turn:
    """The same, and they may ask to be asked tomorrow. A stranger can't: nothing is kept of them."""
    return _asked(turn, place, message, ()) if turn.person.has_consented else _stay(turn, place, message)


def _asked(turn: Turn, place: Place, message: str, hidden: tuple[str, ...]) -> Turn:
    if hold := turn.person.hold:
        turn = turn.knowing(hold=replace(hold, language=turn.language))
    answers = place.answers | {"taken": list(hidden)} | numbers(turn)
    return walk.ask(turn.pushed(replace(place, step="next", answers=answers)), message)


def _crisis_answered(turn: Turn, place: Place) -> Turn:
    choice = place.answers["next"]
    turn = _graver(_chosen(replace(turn, urgency=Urgency.SAFETY), place, choice), choice)
    match choice:
        case "carry_on":
            return carry_on(turn)
        case "misheard" if turn.person.hold and "not_safe" in turn.person.hold.chosen:
            return _stay(turn, place, "crisis-not-safe-still")
        case "misheard":
            return _lifted(_without_steps(turn, "misheard")).say("crisis", "crisis-misheard", **numbers(turn))
        case "hard_to_call":
            return _stay(turn, _place(turn, "barrier", entry=place.answers.get("entry")), "barrier-next")
        case "tomorrow":
            return _until_tomorrow(turn, place)
        case "safe":
            return _stay_until_tomorrow(turn, place, "crisis-safe")
        case _:
            return _stay(turn, place, "crisis-not-safe")


def _graver(turn: Turn, choice: str) -> Turn:
    """Whoever is not safe is held for that, whatever sign of the body the hold began with."""
    hold = turn.person.hold
    if hold is None or choice not in ASKS_FOR_HELP or hold.tier == "crisis":
        return turn
    return turn.knowing(hold=replace(hold, tier="crisis"))


def _barrier_answered(turn: Turn, place: Place) -> Turn:
    """What makes it hard to call is answered, and the number again: more people then call (Jaroszewski 2019)."""
    choice = place.answers["next"]
    turn = _chosen(replace(turn, urgency=Urgency.SAFETY), place, choice)
    return _after_barrier(turn, place, f"barrier-{choice}".replace("_", "-"))


def _barrier_in_words(turn: Turn, text: str) -> Turn | None:
    """Another reason than those on the buttons."""
    place = turn.person.place
    if place is None:
        return None
    turn = replace(walk.close(turn, "barrier"), urgency=Urgency.SAFETY)
    return _after_barrier(turn, place, "barrier-heard")


def _after_barrier(turn: Turn, place: Place, message: str) -> Turn:
    """Tomorrow is nothing to offer to someone who said that they are not safe."""
    stay = _stay if turn.person.hold and "not_safe" in turn.person.hold.chosen else _stay_until_tomorrow
    return stay(turn, _under_the_help(turn, place), message)


def _under_the_help(turn: Turn, place: Place) -> Place:
    return _place(turn, "crisis", entry=place.answers.get("entry"))


def _chosen(turn: Turn, place: Place, choice: str) -> Turn:
    """Keep what was pressed with the alarm it belongs to."""
    hold = turn.person.hold
    if hold is None:
        return turn
    entry = place.answers.get("entry") or hold.entry
    if entry != hold.entry:
        return turn.doing(Amend(Alarm, entry, {"choice": choice}))
    chosen = tuple(dict.fromkeys((*hold.chosen, choice)))
    turn = turn.knowing(hold=replace(hold, chosen=chosen))
    return turn.doing(Amend(Alarm, entry, {"choice": " ".join(chosen)}))


def carry_on(turn: Turn) -> Turn:
    """The person says to go on: check-ins come again, steps after three days, or after one where no crisis was."""
    hold = turn.person.hold
    kind = SCRIPTS[hold.tier] if hold else "crisis"
    turn = _without_steps(turn, kind).knowing(stopped=False, paused_until=None, agenda=())
    return _lifted(turn).say("crisis", f"{kind}-carried-on".replace("_", "-"), **numbers(turn))


def _without_steps(turn: Turn, kind: str) -> Turn:
    until = turn.now + QUIET_AFTER[kind]
    return turn.knowing(no_challenges_until=max(until, turn.person.no_challenges_until or until))


def _lifted(turn: Turn) -> Turn:
    """Nothing is held any more; the check-ins that come again ask how they are."""
    agenda = tuple(place for place in turn.person.agenda if place.script not in PARTS)
    return plan(turn.knowing(hold=None, agenda=agenda)).doing(DropTimer(HOW_ARE_YOU))


def _red_flag_answered(turn: Turn, place: Place) -> Turn:
    choice = place.answers["next"]
    turn = _chosen(replace(turn, urgency=Urgency.SAFETY), place, choice)
    if choice == "getting_help":
        return _stay(turn, place, "red-flag-getting-help")
    if choice == "carry_on":
        return carry_on(turn)
    if turn.person.hold and turn.person.hold.tier == "crisis":
        return still_here(turn)
    turn = _lifted(_without_steps(turn, "red_flag"))
    return turn.say("red_flag", f"red-flag-{choice}".replace("_", "-"), **numbers(turn))


# Asked again the next day, once, when they wanted it


def _until_tomorrow(turn: Turn, place: Place) -> Turn:
    due = _next_day(turn)
    there = local(due, turn.person.settings.zone)
    known = {"asked_on": "today" if there.date() == turn.today else "tomorrow", "asked_at": clock(there.time())}
    place = replace(place, answers=place.answers | known)
    return _stay(turn.doing(SetTimer(HOW_ARE_YOU, due)), place, "crisis-tomorrow")


def _next_day(turn: Turn) -> datetime:
    """The next day's check-in time, or ten where that is in the night. Before the morning, the day is still to come."""
    settings = turn.person.settings
    day = turn.today if turn.here.time() < QUIET_UNTIL else turn.today + timedelta(days=1)
    moment = moment_of(day, settings.check_in_time, settings.zone)
    return moment_of(day, time(10), settings.zone) if is_quiet(moment, settings.zone) else moment


def ask_how_they_are(turn: Turn, due_at: datetime) -> Turn:
    """They asked to be asked, even in a pause; whoever wants quiet after that drops it. Not in their night."""
    hold, zone = turn.person.hold, turn.person.settings.zone
    if hold is None or turn.person.away or turn.now - due_at > STILL_OF_TODAY:
        return turn
    if is_quiet(turn.now, zone):
        return turn.doing(SetTimer(HOW_ARE_YOU, outside_quiet_hours(turn.now, zone)))
    turn = replace(turn, expires_at=turn.now + STILL_OF_TODAY)
    asked = _stay(turn, _place(turn, "crisis", entry=hold.entry), "crisis-how-are-you")
    return asked.because("why-how-are-you")


# Whatever else comes while the help is on the screen


def still_here(turn: Turn) -> Turn:
    """While everything is held, a hello shows the help again."""
    script = _shown(turn)
    message = "crisis-still-here" if script == "crisis" else "red-flag-still-here"
    return _stay(replace(turn, urgency=Urgency.SAFETY), _place(turn, script), message)


def not_opened(turn: Turn) -> Turn:
    """A voice message, a picture, a sticker: nobody heard or saw it, and the help is shown again."""
    return _stay(replace(turn, urgency=Urgency.SAFETY), _place(turn, _shown(turn)), "safety-not-opened")


def in_their_language(turn: Turn, text: str) -> Turn | None:
    """ "English please" while help is there: the same help in the language that they name in its own words."""
    tongues = turn.reader.tongues(text, "this_language")
    return still_here(turn.speaking(tongues[0])) if tongues and (turn.person.hold or is_shown(turn)) else None


def _shown(turn: Turn) -> str:
    """The script of the help: of a stranger nothing is held, and what is on the screen tells it."""
    hold, place = turn.person.hold, turn.person.place
    if hold:
        return SCRIPTS[hold.tier]
    return "red_flag" if place and place.script == "red_flag" else "crisis"


def what_is_kept(turn: Turn) -> Turn | None:
    """Did you write that down? `None` when no danger was heard."""
    place, hold = turn.person.place, turn.person.hold
    if hold is None or place is None or place.script not in PARTS:
        return None
    return _stay(replace(turn, urgency=Urgency.SAFETY), _under(turn, place), "safety-kept")


def _under(turn: Turn, place: Place) -> Place:
    return _under_the_help(turn, place) if place.script == "barrier" else place


def asked_again(turn: Turn, script: str) -> Turn | None:
    """A button under the help for a danger that still holds, though the question is gone: it counts all the same."""
    return turn.pushed(_place(turn, script)) if turn.person.hold else None


def is_shown(turn: Turn) -> bool:
    """Whether help for a danger is what was shown last."""
    return turn.person.place is not None and turn.person.place.script in PARTS


def answered_by_a_stranger(turn: Turn, text: str) -> Turn | None:
    """A bare yes or no under the help; `None` where none is known to be on the screen."""
    place = turn.person.place
    return PARTS[place.script].unclear(turn, text) if place and is_shown(turn) else None


def _kept_open(turn: Turn, text: str) -> Turn | None:
    """Any other words while the help is on the screen: never a misunderstanding, always the number again."""
    place = turn.person.place
    if place is None:
        return None
    message = (_said_in_a_crisis(turn, text) if place.script == "crisis" else None) or _still_here(turn, place)
    place = replace(place, unclear=place.unclear + 1)
    return _stay(replace(turn, urgency=Urgency.SAFETY), place, message)


def _still_here(turn: Turn, place: Place) -> str:
    """Whoever said that they are safe is told how to go on before whom to call."""
    hold = turn.person.hold
    if hold and hold.tier == "crisis" and hold.chosen[-1:] == ("safe",):
        return "crisis-safe-still"
    kind = "crisis" if place.script == "crisis" else "red-flag"
    return f"{kind}-still-here-again" if place.unclear else f"{kind}-still-here"


def _said_in_a_crisis(turn: Turn, text: str) -> str | None:
    """A bare yes, which may mean safe or not, and what is said by someone who wishes they had not told."""
    plain = plain_words(text)
    if turn.reader.tongues(text, "yes") or turn.reader.tongues(text, "ok"):
        return "crisis-yes"
    for message in ("crisis-yes", "crisis-regret"):
        if plain in map(plain_words, turn.label(message, "words-said").split("|")):
            return message
    return None


def before_consent(turn: Turn, script: str, choice: str) -> Turn:
    """A safety button pressed by someone of whom nothing is stored."""
    place = _place(turn, script, next=choice)
    if choice not in turn.library.scripts[script].steps[0].options or choice not in OF_STRANGERS:
        return still_here(turn)
    return PARTS[script].ended(turn, place)


PARTS = {
    "crisis": Part(_crisis_answered, unclear=_kept_open),
    "barrier": Part(_barrier_answered, unclear=_barrier_in_words),
    "red_flag": Part(_red_flag_answered, unclear=_kept_open),
}

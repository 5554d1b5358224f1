"""Danger in the other languages: their phrases load, and hear what they were written on."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.content import load_library
from bot.understanding.safety import SafetyPhrases, notice
from tests.labelled import written_on

LISTENING = load_library().listening

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(file.stem for file in (ROOT / "bot/content/safety").glob("*.yaml") if file.stem != "en")


@cache
def phrases(language: str) -> SafetyPhrases:
    text = (ROOT / f"bot/content/safety/{language}.yaml").read_text(encoding="utf-8")
    return SafetyPhrases.from_data(yaml.safe_load(text))


def share(language: str, tier: str, heard_as: set[str]) -> float:
    rows = [row["text"] for row in written_on(language) if row["tier"] == tier]
    return sum(notice(text, phrases(language)) in heard_as for text in rows) / len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tier", ["crisis", "red_flag_emergency", "red_flag_urgent"])
def test_hears_the_danger_it_was_written_on(language: str, tier: str) -> None:
    assert share(language, tier, {tier}) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_leaves_everyday_talk_alone(language: str) -> None:
    assert share(language, "none", {"none", "soft"}) >= 0.97


@pytest.mark.parametrize("language", LANGUAGES)
def test_takes_no_english_everyday_talk_for_danger(language: str) -> None:
    everyday = [row["text"] for row in written_on("en") if row["tier"] == "none"]
    alarms = [text for text in everyday if notice(text, phrases(language)) not in ("none", "soft")]
    assert len(alarms) <= 0.01 * len(everyday)


# What is true after all: a denial that was a lie or holds for today, a past that goes on

TRUE_AFTER_ALL = {
    "en": [
        "years ago i wanted to die and i still do",
        "I'm not suicidal. That was a lie.",
        "not gonna kill myself today, maybe tomorrow",
        "I'm not suicidal. I lied.",
        "years ago i wanted to die. I still do.",
        "i used to want to die and nothing has changed",
        "i'm not going to kill myself yet",
        "i don't want to die. or do i",
        "I wont kill myself tonight, perhaps tomorrow",
        "I used to be suicidal and i still am",
    ],
    "de": [
        "vor jahren wollte ich sterben und ich will es immer noch",
        "vor Jahren wollte ich sterben, und das will ich immer noch",
        "früher wollte ich sterben und das ist bis heute so",
        "Ich bin nicht suizidal. Das war gelogen.",
        "Ich bin nicht suizidal. Das war eine Lüge.",
        "ich bring mich heute nicht um, vielleicht morgen",
        "ich will mich heute nicht umbringen, vielleicht morgen",
        "ich werde mich nicht umbringen, noch nicht",
        "Ich will nicht sterben. Ich habe gelogen.",
        "damals wollte ich mich umbringen, daran hat sich nichts geändert",
    ],
    "es": [
        "hace años quise morirme y todavía quiero",
        "hace años quería morir y lo sigo queriendo",
        "hace años quería morirme y sigo igual",
        "no soy suicida. Era mentira.",
        "no quiero morir. Mentí.",
        "no voy a matarme hoy, quizás mañana",
        "hoy no me voy a matar, tal vez mañana",
        "no voy a suicidarme, todavía no",
    ],
    "fr": [
        "il y a des années je voulais mourir et je le veux toujours",
        "il y a des années je voulais mourir et c'est toujours le cas",
        "je ne suis pas suicidaire. C'était un mensonge.",
        "je ne veux pas mourir. J'ai menti.",
        "je ne vais pas me tuer aujourd'hui, peut-être demain",
        "je ne vais pas me suicider, pas encore",
    ],
    "pt": [
        "há anos eu queria morrer e ainda quero",
        "há anos quis morrer e continuo a querer",
        "não sou suicida. Era mentira.",
        "não quero morrer. Menti.",
        "não vou me matar hoje, talvez amanhã",
        "não vou matar-me hoje, talvez amanhã",
        "não me vou matar, ainda não",
    ],
}
OVER = {
    "en": [
        "years ago i wanted to die, i am glad i did not",
        "I'm not suicidal, don't worry",
        "years ago I wanted to die, I still have back pain",
        "I'm not suicidal, I'm not lying",
        "I won't kill myself, maybe tomorrow will be better",
        "I don't want to die, but tomorrow I see the doctor",
        "years ago I wanted to die. I'm still here",
        "i'm not suicidal, my back just hurts, ask me tomorrow",
        "i dont want to die yet my back hurts",
        "I used to want to die, that has stopped since therapy",
    ],
    "de": [
        "vor jahren wollte ich sterben, ich bin froh, dass ich es nicht getan habe",
        "ich bin nicht suizidal, keine sorge",
        "vor jahren wollte ich sterben, ich lebe immer noch",
        "vor Jahren wollte ich sterben, ich habe immer noch Schmerzen",
        "ich will mich nicht umbringen, vielleicht wird es morgen besser",
        "ich will nicht sterben, aber morgen gehe ich zum arzt",
        "früher wollte ich sterben, heute nicht mehr",
    ],
    "es": [
        "hace años quise morirme, me alegro de no haberlo hecho",
        "no soy suicida, no te preocupes",
        "hace años quise morirme, sigo teniendo dolor",
    ],
    "fr": [
        "il y a des années je voulais mourir, je suis contente de ne pas l'avoir fait",
        "je ne suis pas suicidaire, ne t'inquiète pas",
        "il y a des années je voulais mourir, j'ai toujours mal au dos",
        "je ne veux pas mourir, demain je vois le médecin",
        "je ne veux pas mourir, peut-être que demain ira mieux",
    ],
    "pt": [
        "há anos quis morrer, ainda bem que não o fiz",
        "não sou suicida, não te preocupes",
        "não quero morrer, amanhã vou ao médico",
        "não quero morrer, talvez amanhã esteja melhor",
    ],
}


@pytest.mark.parametrize("language", TRUE_AFTER_ALL)
def test_what_is_true_after_all_is_a_crisis(language: str) -> None:
    heard = {text: notice(text, phrases(language)) for text in TRUE_AFTER_ALL[language]}
    assert set(heard.values()) == {"crisis"}, heard


@pytest.mark.parametrize("language", OVER)
def test_what_is_over_or_denied_is_none(language: str) -> None:
    heard = {text: notice(text, phrases(language)) for text in OVER[language]}
    assert set(heard.values()) <= {"soft", "none"}, heard


@pytest.mark.parametrize(
    ("text", "language"),
    [("took 60 ibuprofen", "en"), ("swallowed 100 tablets", "en"), ("habe 100 tabletten genommen", "de"),
     ("me tomé 60 ibuprofenos", "es"), ("j'ai pris 100 comprimés", "fr"), ("tomei 100 comprimidos", "pt")],
)  # fmt: skip
def test_hears_however_many_were_taken(text: str, language: str) -> None:
    assert LISTENING.hear_phrases(text, language).tier == "crisis"


@pytest.mark.parametrize("text", ["took 600 ibuprofen", "took 75 pregabalin", "had 60 tablets delivered"])
def test_takes_a_dose_for_a_dose(text: str) -> None:
    assert LISTENING.hear_phrases(text, "en").tier == "none"

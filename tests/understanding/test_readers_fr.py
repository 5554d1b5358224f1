"""What the readers of free text make of what people write in French."""

from datetime import date, time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.body import read_places
from bot.understanding.days import Forever, read_until, read_weekdays
from bot.understanding.scores import OutOfRange, Scored, Unclear, read_score
from bot.understanding.times import read_time
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases"
DATA = yaml.safe_load((PHRASES / "fr.yaml").read_text(encoding="utf-8"))
FRENCH = Vocabulary.from_data(DATA)
PIECES = (PHRASES / "fr.yaml").read_text(encoding="utf-8").translate(str.maketrans("[],", "   ")).split()
WEDNESDAY = date(2026, 3, 18)

SCORES = {
    "8, ah zut, 3": 3,
    "douleur 3, fatigue 6": 3,
    "monté de 4 à 6 après le repassage": 6,
    "hier 6 auj 8": 8,
    "mal à 7, fatigue à 9": 7,
    "doigts 7 peux pas": 7,
    "ché pas, un 4 mettons": 4,
    "un p'tit 5 icitte": 5,
    "5 j'ai tenu le stand": 5,
    "7": 7,
    "je note 7": 7,
    "7/10": 7,
    "7 sur 10": 7,
    "sept sur dix": 7,
    "un sur dix": 1,
    "2,5": 2.5,
    "6½": 6.5,
    "six et demi": 6.5,
    "sept et demie": 7.5,
    "3 et demi je dirais": 3.5,
    "3 et 1/2": 3.5,
    "un demi, presque rien": 0.5,
    "un et demi": 1.5,
    "six virgule cinq": 6.5,
    "zéro virgule cinq": 0.5,
    "entre 4 et 5": 4.5,
    "entre un 4 et un 5": 4.5,
    "4 à 5": 4.5,
    "4 a 5": 4.5,
    "quatre ou cinq": 4.5,
    "6-7": 6.5,
    "6 voire 7": 6.5,
    "un bon 8": 8,
    "un gros 7": 7,
    "un solide 8": 8,
    "un petit 3": 3,
    "trois": 3,
    "qautre": 4,
    "zero": 0,
    "zéro": 0,
    "dix sur dix": 10,
    "la pire douleur de ma vie niveau 10": 10,
    "7 bas du dos, dormi 4h, marché quand même": 7,
    "7, bas du dos, 4 h de sommeil, marché 2 km": 7,
    "4 aujourd'hui mieux dormi": 4,
    "4 aujourd\u2019hui": 4,
    "douleur huit, genou gauche": 8,
    "je mets six": 6,
    "deux sur dix, belle journée": 2,
    "moyen, 5, hanche droite, pris mon doliprane de 8h": 5,
    "huit et demi ce soir": 8.5,
    "ma douleur est à 3 à 19h": 3,
    "je suis à 6": 6,
    "score du jour : 6": 6,
    "cinq, jambe droite, 2 km à pied malgré tout": 5,
    "2 ce matin les mains": 2,
    "6 parce qu'il pleut": 6,
    "7 genoux gonflés": 7,
    "7 mes jambes": 7,
    "8 mal dormi": 8,
    "7 mais j'ai marché": 7,
    "7 toujours": 7,
    "hier 8, aujourd'hui 5": 5,
    "8 hier, 5 maintenant": 5,
    "pire qu'hier, 7": 7,
    "non, 5": 5,
    "levée à 6h, douleur 4": 4,
    "pris 2 dolipranes, 6 maintenant": 6,
    "sur une échelle de 0 à 10, 7": 7,
    "environ 6": 6,
    "a peu pres 6": 6,
    "niveau 6": 6,
    "7 je dirais": 7,
    "aucune douleur": 0,
    "pas de douleur aujourd'hui": 0,
    "rien du tout": 0,
    "j'ai pas mal": 0,
    "pas de douleur, bien dormi": 0,
    "pire que jamais, le maximum de l'échelle": 10,
    "le pire": 10,
    "maximum": 10,
    "pareil qu'hier": 4,
    "comme hier": 4,
    "comme d'hab": 4,
    "la même chose": 4,
    "pas de changement": 4,
    "inchange": 4,
    "idem, mal dormi": 4,
}
OUT_OF_RANGE = {
    "12": 12,
    "douze": 12,
    "moins 2": -2,
    "-2": -2,
    "15/10": 15,
    "onze sur dix": 11,
    "vingt-cinq": 25,
    "soixante et onze": 71,
    "cent": 100,
}
UNCLEAR = [
    "",
    "mieux qu'hier",
    "pire qu'hier",
    "70%",
    "70 pour cent",
    "8h",
    "à 8 heures",
    "19h30",
    "8 heures et demie",
    "400 mg",
    "2 comprimés",
    "2 petits chiens",
    "2 km",
    "3 jours",
    "dormi 5 heures",
    "7 à 8 heures de sommeil",
    "dormi 4",
    "j'ai 45 ans",
    "3/4/2026",
    "3 avril",
    "pas 7",
    "pas un 10",
    "un mauvais jour",
    "une demi-heure",
    "plus de 5",
    "moins de 3",
    "de 8 à 3",
    "pas mal",
    "plus de médicaments",
    "hier 8",
    "debout depuis 5",
    "3 et 8",
    "de 0 à 10",
    "0-10",
    "L5",
    "chambre 5",
    "toutes les 8 heures",
    "rien de neuf",
    "un petit pas pour aujourd'hui ?",
    "120/80",
]
TIMES = {
    "8": "08:00",
    "à 8": "08:00",
    "8h": "08:00",
    "8 h": "08:00",
    "19h30": "19:30",
    "19 h 30": "19:30",
    "8 heures": "08:00",
    "huit heures trente": "08:30",
    "8 heures et demie": "08:30",
    "huit heures et demie du soir": "20:30",
    "8h et demie": "08:30",
    "sept heures et quart": "07:15",
    "huit heures moins le quart": "07:45",
    "8h moins dix": "07:50",
    "sept heures moins le quart du matin svp, je me lève tôt": "06:45",
    "huit heures cinq": "08:05",
    "vingt heures": "20:00",
    "écris-moi plutôt à 20h": "20:00",
    "à huit heures du soir c'est mieux pour moi": "20:00",
    "pouvez-vous m'écrire à midi et demi ?": "12:30",
    "décale à 9 h, avant je dors": "09:00",
    "change l heure pour 8h30 le matin": "08:30",
    "Mon rappel à midi désormais": "12:00",
    "midi": "12:00",
    "midi moins le quart": "11:45",
    "minuit": "00:00",
    "une heure du matin": "01:00",
    "3h de l'après-midi": "15:00",
    "9h du mat": "09:00",
    "10h du soir": "22:00",
    "le matin": "09:00",
    "l'après-midi": "15:00",
    "l'apres midi": "15:00",
    "aprem": "15:00",
    "le soir": "19:00",
    "avant de dormir": "21:00",
    "vers 21h": "21:00",
    "de 20h à 17h": "17:00",
    "9h au lieu de 8h": "09:00",
    "plutôt que 8h, 9h": "09:00",
}
NOT_TIMES = [
    "",
    "8h ou 9h",
    "entre 8 et 9",
    "entre 8 et 10",
    "entre 18h et 20h",
    "25h",
    "3 jours",
    "2 comprimés",
    "7/10",
    "6,5",
    "matin ou soir",
    "je ne sais pas",
    "3 avril",
]
WEEKDAYS: dict[str, tuple[int, ...] | None] = {
    "lundi, mercredi et vendredi": (0, 2, 4),
    "lun, mer, ven": (0, 2, 4),
    "lun mer ven": (0, 2, 4),
    "lun-ven": (0, 1, 2, 3, 4),
    "du lundi au jeudi": (0, 1, 2, 3),
    "lundi à vendredi": (0, 1, 2, 3, 4),
    "les mardis et les jeudis": (1, 3),
    "tous les jours": (0, 1, 2, 3, 4, 5, 6),
    "7j/7": (0, 1, 2, 3, 4, 5, 6),
    "tous les jours sauf le dimanche": (0, 1, 2, 3, 4, 5),
    "tous les jours sauf le week-end": (0, 1, 2, 3, 4),
    "pas le lundi": (1, 2, 3, 4, 5, 6),
    "en semaine": (0, 1, 2, 3, 4),
    "le week-end": (5, 6),
    "weekend": (5, 6),
    "un jour sur deux": (0, 2, 4, 6),
    "jamais": (),
    "jamais le lundi": (1, 2, 3, 4, 5, 6),
    "aucun jour": (),
    "à la mer": None,
    "on verra": None,
}
UNTIL = {
    "jusqu'à lundi": date(2026, 3, 23),
    "jusqu\u2019à lundi": date(2026, 3, 23),
    "jusqua lundi": date(2026, 3, 23),
    "snooze jusqu'a jeudi": date(2026, 3, 19),
    "pas de messages avant vendredi": date(2026, 3, 20),
    "jusqu'à vendredi inclus": date(2026, 3, 21),
    "vendredi prochain": date(2026, 3, 27),
    "jusqu'à mardi de la semaine prochaine": date(2026, 3, 24),
    "pendant quinze jours": date(2026, 4, 1),
    "huit jours": date(2026, 3, 25),
    "deux semaines": date(2026, 4, 1),
    "Je pars en vacances, mettez en pause pendant deux semaines": date(2026, 4, 1),
    "silence radio dix jours, je suis à l'hôpital pour ma prothèse": date(2026, 3, 28),
    "quelques jours": date(2026, 3, 21),
    "une semaine": date(2026, 3, 25),
    "un mois": date(2026, 4, 18),
    "trois mois": date(2026, 6, 18),
    "un an": date(2027, 3, 18),
    "une semaine et demie": date(2026, 3, 29),
    "48h": date(2026, 3, 20),
    "jusqu'au 3": date(2026, 4, 3),
    "jusqu'au 3 avril": date(2026, 4, 3),
    "jusqu'au 1er": date(2026, 4, 1),
    "jusqu'au premier mai": date(2026, 5, 1),
    "jusqu'au 03/04": date(2026, 4, 3),
    "jusqu'à mi-avril": date(2026, 4, 15),
    "jusqu'en avril": date(2026, 4, 1),
    "jusqu'à fin avril": date(2026, 5, 1),
    "jusqu'en août": date(2026, 8, 1),
    "pause jusqu'à demain": date(2026, 3, 19),
    "pas ce soir, on reprend demain": date(2026, 3, 19),
    "après-demain": date(2026, 3, 20),
    "juste aujourd'hui": date(2026, 3, 19),
    "jusqu'à la semaine prochaine": date(2026, 3, 23),
    "jusqu'à la fin de la semaine": date(2026, 3, 23),
    "après le week-end": date(2026, 3, 23),
    "jusqu'au week-end": date(2026, 3, 21),
    "jusqu'à la fin du mois": date(2026, 4, 1),
    "le mois prochain": date(2026, 4, 1),
    "jusqu'à l'année prochaine": date(2027, 1, 1),
}
FOREVER = [
    "pour toujours",
    "mets en pause sans date de fin",
    "jusqu'à nouvel ordre",
    "indefiniment",
    "jusqu'à ce que je revienne",
]
NO_END = ["", "on verra", "jusqu'à 8h", "2 heures", "jusqu'à 8", "jusqu'à huit heures", "à la mer"]
PLACES: dict[str, tuple[str, ...]] = {
    "bas du dos": ("lower_back",),
    "le bas du dos": ("lower_back",),
    "mon dos": ("back",),
    "mal au dos": ("back",),
    "l'épaule gauche": ("shoulders",),
    "epaules et nuque": ("shoulders", "neck"),
    "genoux, chevilles, pieds": ("knees", "ankles", "feet"),
    "les deux genoux": ("knees",),
    "migraine": ("head",),
    "la tête": ("head",),
    "tete": ("head",),
    "machoire": ("jaw",),
    "partout": ("everywhere",),
    "toutes les articulations": ("joints",),
    "les mains et les poignets": ("hands", "wrists"),
    "hanche droite": ("hips",),
    "cicatrice": ("cicatrice",),
    "la peau jusqu'à la fesse": ("peau", "hips"),
}


@pytest.mark.parametrize(("text", "value"), SCORES.items())
def test_reads_the_score_that_is_meant(text: str, value: float) -> None:
    assert read_score(text, FRENCH, last=4) == Scored(value)


@pytest.mark.parametrize(("text", "value"), OUT_OF_RANGE.items())
def test_says_which_number_is_out_of_range(text: str, value: float) -> None:
    assert read_score(text, FRENCH, last=4) == OutOfRange(value)


@pytest.mark.parametrize("text", UNCLEAR)
def test_takes_nothing_else_for_a_score(text: str) -> None:
    assert read_score(text, FRENCH, last=4) == Unclear()


@pytest.mark.parametrize(("kind", "value"), [("none", 0), ("worst", 10), ("same", 4)])
def test_reads_every_phrase_of_the_language(kind: str, value: float) -> None:
    misread = [phrase for phrase in DATA["scores"][kind] if read_score(phrase, FRENCH, last=4) != Scored(value)]
    assert misread == []


@pytest.mark.parametrize("value", range(11))
@pytest.mark.parametrize(
    "frame", ["{}", "{}/10", "douleur {}", "c'est un {}", "{} aujourd'hui", "environ {}", "{} sur dix"]
)
def test_reads_every_score_in_its_usual_frames(value: int, frame: str) -> None:
    assert read_score(frame.format(value), FRENCH) == Scored(value)


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_reads_the_time_that_is_meant(text: str, expected: str) -> None:
    assert read_time(text, FRENCH) == time.fromisoformat(expected)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_takes_nothing_else_for_a_time(text: str) -> None:
    assert read_time(text, FRENCH) is None


@pytest.mark.parametrize(("text", "days"), WEEKDAYS.items())
def test_reads_the_weekdays_that_are_meant(text: str, days: tuple[int, ...] | None) -> None:
    assert read_weekdays(text, FRENCH) == days


@pytest.mark.parametrize(("text", "day"), UNTIL.items())
def test_reads_the_day_on_which_steady_speaks_again(text: str, day: date) -> None:
    assert read_until(text, FRENCH, WEDNESDAY) == day


@pytest.mark.parametrize("text", FOREVER)
def test_reads_that_there_is_no_end(text: str) -> None:
    assert read_until(text, FRENCH, WEDNESDAY) == Forever()


@pytest.mark.parametrize("text", NO_END)
def test_says_nothing_when_no_later_day_is_named(text: str) -> None:
    assert read_until(text, FRENCH, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_reads_where_it_hurts(text: str, places: tuple[str, ...]) -> None:
    assert read_places(text, FRENCH) == places


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_never_raises_on_pieces_of_what_people_say(text: str) -> None:
    read_score(text, FRENCH, last=4)
    read_time(text, FRENCH)
    read_weekdays(text, FRENCH)
    read_until(text, FRENCH, WEDNESDAY)
    read_places(text, FRENCH)

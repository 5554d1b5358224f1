"""What the readers of free text make of what people write in German, in all its accents."""

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
DATA = yaml.safe_load((PHRASES / "de.yaml").read_text(encoding="utf-8"))
GERMAN = Vocabulary.from_data(DATA)
PIECES = (PHRASES / "de.yaml").read_text(encoding="utf-8").translate(str.maketrans("[],", "   ")).split()
WEDNESDAY = date(2026, 3, 18)

SCORES = {
    "von 7 auf 5": 5,
    "bin von 7 auf 5 runter": 5,
    "7... quatsch, 3": 3,
    "runter von 7 auf 4": 4,
    "gestern 5 heute leider 7": 7,
    "hüfte 7 nach der nachtschicht": 7,
    "4 schmerz, aber müde wie 9": 4,
    "fünferl": 5,
    "siiiieben": 7,
    "7": 7,
    "die 7": 7,
    "7/10": 7,
    "7 von 10": 7,
    "sieben von zehn": 7,
    "eine von zehn": 1,
    "siebe vo zäh": 7,
    "acht uf zäh": 8,
    "6,5": 6.5,
    "6.5": 6.5,
    "6½": 6.5,
    "sechseinhalb": 6.5,
    "6einhalb": 6.5,
    "sechs einhalb": 6.5,
    "6 und ein halb": 6.5,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "dreieinhalb, linke Hüfte, 20 min gelaufen": 3.5,
    "sieben komma fünf": 7.5,
    "Schmerzen heute null komma fünf": 0.5,
    "zwischen 4 und 5": 4.5,
    "irgendwo zwischen einer 4 und einer 5": 4.5,
    "zwüsche vier und füf": 4.5,
    "4 bis 5": 4.5,
    "4-5": 4.5,
    "zwei bis drei": 2.5,
    "4 oder 5": 4.5,
    "7 vielleicht 8": 7.5,
    "4 bis 5 von 10": 4.5,
    "heute ne solide 8": 8,
    "eine solide 8": 8,
    "eine gute 6": 6,
    "ein Sechser": 6,
    "n Sechser": 6,
    "eine Sieben": 7,
    "ne Sieben": 7,
    "ein 7er": 7,
    "eine glatte eins": 1,
    "Eins": 1,
    "hüt e sächsi": 6,
    "hüt öppe e siebni": 7,
    "heid a achta": 8,
    "fuenf": 5,
    "funf": 5,
    "zwo": 2,
    "null": 0,
    "Null, ich spür heute gar nichts": 0,
    "zehn von zehn, mehr geht nicht": 10,
    "Schmerz 5, unterer Rücken": 5,
    "ruecken heute bei fuenf, war im garten": 5,
    "ich sag mal acht": 8,
    "ach, achteinhalb wurd ich sagen": 8.5,
    "schmerzlevel 3, 7 stunden geschlafen, bisschen yoga": 3,
    "Ich würde sagen eine Sieben, Schulter rechts, 5 Stunden Schlaf": 7,
    "um 8 aufgestanden, schmerz ist 6, 2 ibu genommen": 6,
    "7, Kreuz, 4 h geschlafen, trotzdem spazieren": 7,
    "7 Kreuz 4h geschlafen trotzdem spazieren": 7,
    "6. Schlecht geschlafen": 6,
    "gestern 8, heute 5": 5,
    "war 8, jetzt 5": 5,
    "8 gestern, 5 heute": 5,
    "schlechter als gestern, 7": 7,
    "nein, 5": 5,
    "bin heute bei 7": 7,
    "runter auf 4": 4,
    "2 Tramal, jetzt 6": 6,
    "2 schlechte Nächte, heute 8": 8,
    "6 weil es regnet": 6,
    "8 wegen dem Wetter": 8,
    "7 Verspannungen im Nacken": 7,
    "auf einer Skala von 0 bis 10 eine 7": 7,
    "7 auf der Skala": 7,
    "Level 6": 6,
    "um die 7": 7,
    "3 mal aufgewacht, 7": 7,
    "oh je 9": 9,
    "ca. 6": 6,
    "kein Schmerz": 0,
    "gar keine Schmerzen": 0,
    "heute schmerzfrei": 0,
    "nix": 0,
    "kei schmerze": 0,
    "mir tut nichts weh": 0,
    "keine schmerzen heute, gut geschlafen": 0,
    "so schlimm wie nie": 10,
    "schlimmer geht's nicht": 10,
    "Maximum": 10,
    "gleich wie gestern": 4,
    "wie gestern": 4,
    "genauso wie gestern, schlecht geschlafen": 4,
    "unverändert": 4,
    "unveraendert": 4,
    "glich wie geschter": 4,
    "wie immer": 4,
}
OUT_OF_RANGE = {
    "12": 12,
    "zwölf": 12,
    "zwoelf": 12,
    "minus 2": -2,
    "-2": -2,
    "15/10": 15,
    "elf von zehn": 11,
    "fünfundzwanzig": 25,
    "hundert": 100,
}
UNCLEAR = [
    "",
    "besser als gestern",
    "etwas schlechter",
    "70%",
    "70 Prozent",
    "um 8",
    "8 Uhr",
    "halb acht",
    "halbi achti",
    "19:30",
    "400 mg",
    "2 Tabletten",
    "2 Schmerztabletten",
    "2 kleine Hunde haben mich geweckt",
    "2 km",
    "3 Tage",
    "5 Stunden geschlafen",
    "4h Schlaf",
    "ich bin 45",
    "45 Jahre alt",
    "3.4.2026",
    "3. April",
    "nicht 7",
    "keine 10, aber nah dran",
    "eine schlimme",
    "ein Eis",
    "eine halbe Tablette",
    "mehr als 5",
    "unter 3",
    "null Bock",
    "keine Ahnung",
    "keine Schmerzmittel mehr",
    "nicht schlimm",
    "gestern 8",
    "seit 5 wach",
    "3 und 8",
    "0-10",
    "L5",
    "Zimmer 5",
    "alle 8 Stunden",
    "gleich",
    "weg",
    "nichts Neues",
    "120/80",
]
TIMES = {
    "8": "08:00",
    "um 8": "08:00",
    "8 Uhr": "08:00",
    "8uhr": "08:00",
    "20 Uhr": "20:00",
    "Bitte frag mich um 18 Uhr": "18:00",
    "19 Uhr 30": "19:30",
    "neunzehn Uhr dreißig": "19:30",
    "19h30": "19:30",
    "8.30 Uhr": "08:30",
    "8 Uhr 5": "08:05",
    "halb acht": "07:30",
    "halb 8": "07:30",
    "halb acht abends wär besser": "19:30",
    "chasch mi am halbi achti am Morge fröge?": "07:30",
    "hoib achte": "07:30",
    "halb eins mittags": "12:30",
    "nachmittags um halb drei": "14:30",
    "fünf vor halb acht": "07:25",
    "5 nach halb 8": "07:35",
    "viertel nach 7": "07:15",
    "viertel ab sibni": "07:15",
    "viertel vor 8": "07:45",
    "dreiviertel acht": "07:45",
    "drei viertel acht": "07:45",
    "dreiviertel sieben abends passt mir": "18:45",
    "viertel acht": "07:15",
    "zehn nach acht": "08:10",
    "20 vor 9 abends": "20:40",
    "8 Uhr abends": "20:00",
    "abends um 8": "20:00",
    "morgens um 7 fragen bitte": "07:00",
    "um 7 in der Früh": "07:00",
    "morgen Abend um 8": "20:00",
    "um ein Uhr nachts": "01:00",
    "lieber mittags um zwoelf": "12:00",
    "mittags um 1": "13:00",
    "11 Uhr mittags": "11:00",
    "um 3 nachmittags": "15:00",
    "Mitternacht": "00:00",
    "24 Uhr": "00:00",
    "mittags": "12:00",
    "morgens": "09:00",
    "in der Frueh": "09:00",
    "nachmittags": "15:00",
    "abends": "19:00",
    "nachts": "21:00",
    "vor dem Schlafengehen": "21:00",
    "gegen 21 Uhr": "21:00",
    "Erinnerung von 20 Uhr auf 17 Uhr umstellen": "17:00",
    "statt um 8 lieber um 9": "09:00",
    "nicht um 8, sondern um 9": "09:00",
    "von 8 Uhr 30 auf 9": "09:00",
    "von halb 8 auf 9 Uhr": "09:00",
    "8 Uhr und 5 Minuten": "08:05",
}
NOT_TIMES = [
    "",
    "8 Uhr oder 9 Uhr",
    "zwischen 8 und 9",
    "zwischen 8 Uhr und 10 Uhr",
    "25 Uhr",
    "3 Tage",
    "8 Stunden",
    "2 Tabletten",
    "7/10",
    "6,5",
    "morgens oder abends",
    "keine Ahnung",
    "3. April",
]
WEEKDAYS: dict[str, tuple[int, ...] | None] = {
    "Montag, Mittwoch und Freitag": (0, 2, 4),
    "mo, mi, fr": (0, 2, 4),
    "mo mi fr": (0, 2, 4),
    "Mo/Mi/So": (0, 2, 6),
    "di und do": (1, 3),
    "mo-fr": (0, 1, 2, 3, 4),
    "montags bis donnerstags": (0, 1, 2, 3),
    "jeden Tag": (0, 1, 2, 3, 4, 5, 6),
    "täglich": (0, 1, 2, 3, 4, 5, 6),
    "taeglich": (0, 1, 2, 3, 4, 5, 6),
    "jeden Tag außer Sonntag": (0, 1, 2, 3, 4, 5),
    "taeglich ausser am wochenende": (0, 1, 2, 3, 4),
    "nicht am Wochenende": (0, 1, 2, 3, 4),
    "mo-fr außer mi": (0, 1, 3, 4),
    "unter der Woche": (0, 1, 2, 3, 4),
    "werktags": (0, 1, 2, 3, 4),
    "am Wochenende": (5, 6),
    "jeden zweiten Tag": (0, 2, 4, 6),
    "Sonnabend": (5,),
    "mäntig und friitig": (0, 4),
    "so": (6,),
    "nie": (),
    "gar nicht": (),
    "so gut es geht": None,
    "frag mi": None,
    "mal sehen": None,
}
UNTIL = {
    "pause bis montag": date(2026, 3, 23),
    "bis Mo": date(2026, 3, 23),
    "bis am Mittwuch nüt schicke bitte": date(2026, 3, 25),
    "bis freitag keine nachrichten": date(2026, 3, 20),
    "bis einschließlich Freitag": date(2026, 3, 21),
    "nächsten Montag": date(2026, 3, 23),
    "Freitag nächster Woche": date(2026, 3, 27),
    "für zwei Wochen": date(2026, 4, 1),
    "fuer 2 wochen": date(2026, 4, 1),
    "anderthalb Wochen": date(2026, 3, 29),
    "zweieinhalb Wochen": date(2026, 4, 5),
    "lass mich 3 tage in ruhe": date(2026, 3, 21),
    "ein paar Tage": date(2026, 3, 21),
    "eine Woche": date(2026, 3, 25),
    "e wuche": date(2026, 3, 25),
    "einen Monat": date(2026, 4, 18),
    "ein halbes Jahr": date(2026, 9, 18),
    "48 Stunden": date(2026, 3, 20),
    "bis zum 3.": date(2026, 4, 3),
    "bis zum dritten": date(2026, 4, 3),
    "bis zum 3. April": date(2026, 4, 3),
    "bis 3. april": date(2026, 4, 3),
    "bis 3.4.": date(2026, 4, 3),
    "3/4": date(2026, 4, 3),
    "bis zum ersten Mai": date(2026, 5, 1),
    "bis Mitte April": date(2026, 4, 15),
    "bis April": date(2026, 4, 1),
    "bis Ende April": date(2026, 5, 1),
    "snooze bis morgen frueh": date(2026, 3, 19),
    "bis übermorgen": date(2026, 3, 20),
    "bis Montag Morgen": date(2026, 3, 23),
    "heute nicht mehr": date(2026, 3, 19),
    "bis nächste Woche": date(2026, 3, 23),
    "bis Ende der Woche": date(2026, 3, 23),
    "bis nach dem Wochenende": date(2026, 3, 23),
    "bis zum Wochenende": date(2026, 3, 21),
    "bis Monatsende": date(2026, 4, 1),
    "bis nächsten Monat": date(2026, 4, 1),
    "bis ins neue Jahr": date(2027, 1, 1),
}
FOREVER = ["für immer", "fuer immer", "bis auf Weiteres", "bis ich mich wieder melde", "auf unbestimmte Zeit"]
NO_END = ["", "mal sehen", "bis 8 Uhr", "2 Stunden", "bis 5", "guten Morgen", "jeden Morgen"]
PLACES: dict[str, tuple[str, ...]] = {
    "unterer Rücken": ("lower_back",),
    "ruecken": ("back",),
    "mein rucken": ("back",),
    "Kreuz": ("lower_back",),
    "LWS und linke Hüfte": ("lower_back", "hips"),
    "Nacken, Schultern und Kopf": ("neck", "shoulders", "head"),
    "beide Knie": ("knees",),
    "linkes Handgelenk": ("wrists",),
    "Haende und Fuesse": ("hands", "feet"),
    "Füße": ("feet",),
    "Migräne": ("head",),
    "zwischen den Schulterblättern": ("upper_back",),
    "überall": ("everywhere",),
    "Chopfweh": ("head",),
    "alle Gelenke": ("joints",),
    "Narbe links": ("Narbe",),
}


@pytest.mark.parametrize(("text", "value"), SCORES.items())
def test_reads_the_score_that_is_meant(text: str, value: float) -> None:
    assert read_score(text, GERMAN, last=4) == Scored(value)


@pytest.mark.parametrize(("text", "value"), OUT_OF_RANGE.items())
def test_says_which_number_is_out_of_range(text: str, value: float) -> None:
    assert read_score(text, GERMAN, last=4) == OutOfRange(value)


@pytest.mark.parametrize("text", UNCLEAR)
def test_takes_nothing_else_for_a_score(text: str) -> None:
    assert read_score(text, GERMAN, last=4) == Unclear()


@pytest.mark.parametrize(("kind", "value"), [("none", 0), ("worst", 10), ("same", 4)])
def test_reads_every_phrase_of_the_language(kind: str, value: float) -> None:
    misread = [phrase for phrase in DATA["scores"][kind] if read_score(phrase, GERMAN, last=4) != Scored(value)]
    assert misread == []


@pytest.mark.parametrize("value", range(11))
@pytest.mark.parametrize("frame", ["{}", "{}/10", "Schmerz {}", "heute eine {}", "{} heute", "etwa {}", "{} von zehn"])
def test_reads_every_score_in_its_usual_frames(value: int, frame: str) -> None:
    assert read_score(frame.format(value), GERMAN) == Scored(value)


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_reads_the_time_that_is_meant(text: str, expected: str) -> None:
    assert read_time(text, GERMAN) == time.fromisoformat(expected)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_takes_nothing_else_for_a_time(text: str) -> None:
    assert read_time(text, GERMAN) is None


@pytest.mark.parametrize(("text", "days"), WEEKDAYS.items())
def test_reads_the_weekdays_that_are_meant(text: str, days: tuple[int, ...] | None) -> None:
    assert read_weekdays(text, GERMAN) == days


@pytest.mark.parametrize(("text", "day"), UNTIL.items())
def test_reads_the_day_on_which_steady_speaks_again(text: str, day: date) -> None:
    assert read_until(text, GERMAN, WEDNESDAY) == day


@pytest.mark.parametrize("text", FOREVER)
def test_reads_that_there_is_no_end(text: str) -> None:
    assert read_until(text, GERMAN, WEDNESDAY) == Forever()


@pytest.mark.parametrize("text", NO_END)
def test_says_nothing_when_no_later_day_is_named(text: str) -> None:
    assert read_until(text, GERMAN, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_reads_where_it_hurts(text: str, places: tuple[str, ...]) -> None:
    assert read_places(text, GERMAN) == places


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_never_raises_on_pieces_of_what_people_say(text: str) -> None:
    read_score(text, GERMAN, last=4)
    read_time(text, GERMAN)
    read_weekdays(text, GERMAN)
    read_until(text, GERMAN, WEDNESDAY)
    read_places(text, GERMAN)

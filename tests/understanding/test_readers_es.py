"""What the readers make of scores, times, days and places in Spanish."""

from datetime import date, time
from pathlib import Path

import pytest
import yaml

from bot.understanding.body import read_places
from bot.understanding.days import Forever, read_until, read_weekdays
from bot.understanding.scores import OutOfRange, Scored, Unclear, read_score
from bot.understanding.times import read_time
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases" / "es.yaml"
DATA = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
SPANISH = Vocabulary.from_data(DATA)
WEDNESDAY = date(2026, 3, 18)

SCORES = {
    "8... uy no, 3": 3,
    "dolor: 4 / sueño: 8 horas / café: 2": 4,
    "bajó de 7 a 4": 4,
    "bajé del 7 de ayer al 4": 4,
    "dolor 7, ánimo 3": 7,
    "dolor 4 cansancio 8": 4,
    "ayer 8 hoy 5": 5,
    "rodilla 7 todo el día": 7,
    "cuatrito nomás": 4,
    "un 2 nomás, anduve en bici": 2,
    "me levanté en 3 y ya voy en 6": 6,
    "7": 7,
    "7/10": 7,
    "7 de 10": 7,
    "siete sobre diez": 7,
    "7 sobre 10 hoy": 7,
    "6,5": 6.5,
    "6.5": 6.5,
    "siete y medio": 7.5,
    "siete y media": 7.5,
    "6 coma 5": 6.5,
    "seis y medio hoy": 6.5,
    "entre 4 y 5": 4.5,
    "entre un cuatro y un cinco": 4.5,
    "5 o 6": 5.5,
    "un 5 ó un 6": 5.5,
    "7 u 8": 7.5,
    "de 3 a 4 la espalda": 3.5,
    "4-5": 4.5,
    "un 8 largo": 8,
    "un 8 clavado": 8,
    "un buen 8": 8,
    "unos 7": 7,
    "como un 6": 6,
    "mas o menos 7": 7,
    "más o menos un siete": 7,
    "un 7 más o menos": 7,
    "por lo menos un 6": 6,
    "casi 9": 9,
    "sin dolor": 0,
    "hoy no me duele nada": 0,
    "nada de dolor hoy": 0,
    "nada": 0,
    "cero": 0,
    "el peor dolor de mi vida": 10,
    "lo peor": 10,
    "igual que ayer, 6": 6,
    "7, lumbar, 4 h dormidas, igual salí a caminar": 7,
    "7 lumbar, dormí 4h, caminé": 7,
    "dolor 6 tomé 2 paracetamol": 6,
    "tomé 400 mg de ibuprofeno, ahora 5": 5,
    "ayer 8, hoy 5": 5,
    "8 ayer, 5 hoy": 5,
    "anoche un 9 y ahora un 6": 6,
    "esta mañana 7, ahora 4": 4,
    "uno": 1,
    "un uno": 1,
    "uno de diez": 1,
    "siet": 7,
    "quatro": 4,
    "7 y pico": 7,
    "le doy un 7": 7,
    "le pongo un 7": 7,
    "yo diría que un seis": 6,
    "ando en 6": 6,
    "amanecí con un 8": 8,
    "estoy en un 5": 5,
    "tengo un 7": 7,
    "en una escala del uno al diez, 7": 7,
    "7 en una escala de 1 a 10": 7,
    "no, 5": 5,
    "bajó a 4": 4,
    "7 xq no dormí": 7,
    "8 en las rodillas": 8,
    "7 con dolores de cabeza": 7,
    "6 cervicales": 6,
    "hoy 7 y dos pastillas": 7,
    "7 y calambres": 7,
}
SAME = [
    "igual",
    "igual que ayer",
    "Igual que ayer.",
    "lo mismo de siempre",
    "sin cambios",
    "más o menos igual",
    "como ayer",
    "sigo igual",
    "nada nuevo",
]
OUT_OF_RANGE = {
    "11": 11,
    "12": 12,
    "doce": 12,
    "menos 2": -2,
    "-2": -2,
    "15/10": 15,
    "cien": 100,
    "treinta y cinco": 35,
    "un 11": 11,
    "dolor 12": 12,
}
UNCLEAR = [
    "70%",
    "70 por ciento",
    "a las 7",
    "7 de la tarde",
    "7 de la mañana",
    "400 mg",
    "2 pastillas",
    "2 km",
    "3 días",
    "dormí 4h",
    "dormí 4",
    "tengo 45",
    "45 años",
    "3 de abril",
    "3/4/2026",
    "mejor que ayer",
    "peor que ayer",
    "ayer 8",
    "menos de 3",
    "no es un 10 pero casi",
    "uno de esos días",
    "una mala noche",
    "3 malas noches",
    "2 peor",
    "me duele",
    "no me duele mucho",
    "no es lo peor",
    "no me duele tanto",
    "no me duele casi nada",
    "nada bien",
    "nada más",
    "nada mal",
    "7-8 horas",
    "3 y 8",
    "hace 5 minutos",
    "un poco",
    "7 (espalda), 4 (cuello)",
    "",
]
FRAMES = [
    "{}",
    "{}/10",
    "un {}",
    "dolor {}",
    "hoy {}",
    "es un {}",
    "{} de 10",
    "yo diría que {}.",
    "{}, mala noche",
    "como {}",
]

TIMES = {
    "8": "08:00",
    "a las 8": "08:00",
    "8am": "08:00",
    "8 a. m.": "08:00",
    "8 p.m.": "20:00",
    "20:15": "20:15",
    "20.15": "20:15",
    "19h30": "19:30",
    "19:30 h": "19:30",
    "20h": "20:00",
    "21hs": "21:00",
    "a las 20 horas": "20:00",
    "20 horas": "20:00",
    "siete y media": "07:30",
    "a las siete y media de la tarde": "19:30",
    "7 y media": "07:30",
    "ocho y cuarto": "08:15",
    "ocho menos cuarto": "07:45",
    "a las diez menos cuarto de la noche": "21:45",
    "ocho menos diez": "07:50",
    "8 menos 5": "07:55",
    "8 y 20": "08:20",
    "ocho y diez": "08:10",
    "ocho y veinticinco de la tarde": "20:25",
    "siete y treinta y cinco": "07:35",
    "un cuarto para las ocho": "07:45",
    "cuarto para las 8": "07:45",
    "diez para las nueve": "08:50",
    "veinte para las 8 de la noche": "19:40",
    "quince para las ocho": "07:45",
    "ocho treinta": "08:30",
    "a las 8 30": "08:30",
    "8 de la tarde": "20:00",
    "las ocho de la tarde": "20:00",
    "9 de la noche": "21:00",
    "2 de la madrugada": "02:00",
    "12 de la noche": "00:00",
    "12 de la mañana": "12:00",
    "12 y media de la noche": "00:30",
    "a la una": "01:00",
    "a la una de la tarde": "13:00",
    "la una y media de la tarde": "13:30",
    "la 1 del mediodía": "13:00",
    "las 12 del mediodía": "12:00",
    "las 11 del mediodía": "11:00",
    "12 menos cuarto del mediodía": "11:45",
    "mediodía": "12:00",
    "al medio dia": "12:00",
    "medianoche": "00:00",
    "a las 9 en punto": "09:00",
    "a eso de las 8": "08:00",
    "tipo 8 de la noche": "20:00",
    "8 y pico de la mañana": "08:00",
    "por la mañana": "09:00",
    "en la manana": "09:00",
    "mañana": "09:00",
    "mañana a las 12": "12:00",
    "por la tarde": "16:00",
    "por la noche": "21:00",
    "mañana por la tarde": "16:00",
    "mañana por la noche a las 9": "21:00",
    "temprano": "07:00",
    "por la mañana temprano": "07:00",
    "antes de dormir": "21:00",
    "buenas noches, a las 8": "08:00",
    "mejor a las 7 de la tarde porfa": "19:00",
    "a las veinte y treinta": "20:30",
    "veintiuna horas": "21:00",
    "a las 8 horas y 15": "08:15",
}
NOT_TIMES = [
    "",
    "25:00",
    "cuando sea",
    "más tarde",
    "8 o 9",
    "entre 8 y 9",
    "entre 8 y 10",
    "entre las 8 y las 10",
    "70%",
    "7/10",
    "3 días",
    "dormí 8 horas",
    "en 3 horas",
    "400 mg",
    "3 de abril",
    "mañana o noche",
    "tengo 2 hijos",
]

WEEKDAYS = {
    "lunes": (0,),
    "los lunes": (0,),
    "lunes, miércoles y viernes": (0, 2, 4),
    "miercoles y sabado": (2, 5),
    "de lunes a viernes": (0, 1, 2, 3, 4),
    "lunes-viernes": (0, 1, 2, 3, 4),
    "del viernes al lunes": (0, 4, 5, 6),
    "L-V": (0, 1, 2, 3, 4),
    "todos los días": (0, 1, 2, 3, 4, 5, 6),
    "todos": (0, 1, 2, 3, 4, 5, 6),
    "a diario": (0, 1, 2, 3, 4, 5, 6),
    "todos los lunes": (0,),
    "todos los días menos el domingo": (0, 1, 2, 3, 4, 5),
    "todos los días excepto sábado y domingo": (0, 1, 2, 3, 4),
    "de lunes a viernes, pero no los miércoles": (0, 1, 3, 4),
    "no los lunes": (1, 2, 3, 4, 5, 6),
    "no, el lunes": (0,),
    "entre semana": (0, 1, 2, 3, 4),
    "fines de semana": (5, 6),
    "el finde": (5, 6),
    "un día sí y otro no": (0, 2, 4, 6),
    "día por medio": (0, 2, 4, 6),
    "cada dos días": (0, 2, 4, 6),
    "lun, mié y vie": (0, 2, 4),
    "ninguno": (),
    "nunca": (),
    "": None,
    "cuando sea": None,
    "7": None,
    "nunca se sabe": None,
}
UNTIL = {
    "hasta el lunes": "2026-03-23",
    "hasta el lunes por la mañana": "2026-03-23",
    "asta el lunes": "2026-03-23",
    "hasta el miércoles": "2026-03-25",
    "hasta el próximo viernes": "2026-03-20",
    "hasta el viernes de la semana que viene": "2026-03-27",
    "hasta el viernes inclusive": "2026-03-21",
    "hasta después del viernes": "2026-03-21",
    "mañana": "2026-03-19",
    "hasta manana": "2026-03-19",
    "hasta pasado mañana": "2026-03-20",
    "solo por hoy": "2026-03-19",
    "dos semanas": "2026-04-01",
    "por 2 semanas": "2026-04-01",
    "durante tres días": "2026-03-21",
    "una semana": "2026-03-25",
    "una semanita": "2026-03-25",
    "un par de días": "2026-03-20",
    "unos días": "2026-03-21",
    "otras dos semanas": "2026-04-01",
    "quince días": "2026-04-02",
    "una quincena": "2026-04-02",
    "un mes": "2026-04-18",
    "mes y medio": "2026-05-02",
    "un año": "2027-03-18",
    "48 horas": "2026-03-20",
    "hasta el 3": "2026-04-03",
    "hasta el día 20": "2026-03-20",
    "hasta el tres": "2026-04-03",
    "hasta el veinticinco": "2026-03-25",
    "del 19 al 25": "2026-03-25",
    "hasta el 3 de abril": "2026-04-03",
    "hasta el tres de abril": "2026-04-03",
    "hasta el 1ro de abril": "2026-04-01",
    "3/4": "2026-04-03",
    "hasta el 3/4/2027": "2027-04-03",
    "3 de abril de 2027": "2027-04-03",
    "hasta junio": "2026-06-01",
    "hasta finales de junio": "2026-07-01",
    "hasta la semana que viene": "2026-03-23",
    "el resto de la semana": "2026-03-23",
    "hasta el fin de semana": "2026-03-21",
    "después del finde": "2026-03-23",
    "hasta fin de mes": "2026-04-01",
    "hasta el mes que viene": "2026-04-01",
    "hasta año nuevo": "2027-01-01",
}
FOREVER = [
    "para siempre",
    "indefinidamente",
    "hasta nuevo aviso",
    "hasta que yo te avise",
    "hasta que vuelva",
    "hasta que me sienta mejor",
    "pa siempre",
]
NO_END = [
    "",
    "cuando sea",
    "3 de marzo de 2020",
    "una hora",
    "por 2 horas",
    "hasta las 8",
    "hasta las 3 o 4",
    "hasta el 45",
    "30/2/2027",
]

PLACES: dict[str, tuple[str, ...]] = {
    "espalda baja": ("lower_back",),
    "la parte baja de la espalda": ("lower_back",),
    "me duele la lumbar": ("lower_back",),
    "cuello y hombros": ("neck", "shoulders"),
    "rodilla izquierda": ("knees",),
    "las dos rodillas": ("knees",),
    "dolor de cabeza": ("head",),
    "migrana": ("head",),
    "manos, pies, caderas": ("hands", "feet", "hips"),
    "el cuello y también la mandíbula": ("neck", "jaw"),
    "el nervio ciático además la piel": ("nervio ciático", "piel"),
    "todo el cuerpo": ("everywhere",),
    "en todas partes": ("everywhere",),
    "todas las articulaciones": ("joints",),
    "omóplatos": ("upper_back",),
    "piel": ("piel",),
    "el nervio ciático": ("nervio ciático",),
    "": (),
}


@pytest.mark.parametrize(("text", "value"), SCORES.items())
def test_reads_the_score_that_is_meant(text: str, value: float) -> None:
    assert read_score(text, SPANISH, last=4) == Scored(value)


@pytest.mark.parametrize("text", SAME)
def test_takes_the_last_score_for_the_same(text: str) -> None:
    assert read_score(text, SPANISH, last=4.5) == Scored(4.5)


@pytest.mark.parametrize(("text", "value"), OUT_OF_RANGE.items())
def test_says_which_number_is_out_of_range(text: str, value: float) -> None:
    assert read_score(text, SPANISH, last=4) == OutOfRange(value)


@pytest.mark.parametrize("text", UNCLEAR)
def test_takes_nothing_else_for_a_score(text: str) -> None:
    assert read_score(text, SPANISH, last=4) == Unclear()


@pytest.mark.parametrize(("kind", "value"), [("none", 0), ("worst", 10), ("same", 4)])
def test_reads_every_phrase_of_the_language(kind: str, value: float) -> None:
    misread = [phrase for phrase in DATA["scores"][kind] if read_score(phrase, SPANISH, last=4) != Scored(value)]
    assert misread == []


@pytest.mark.parametrize("value", range(11))
@pytest.mark.parametrize("frame", FRAMES)
def test_reads_every_score_in_its_usual_frames(value: int, frame: str) -> None:
    assert read_score(frame.format(value), SPANISH) == Scored(value)


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_reads_the_time_that_is_meant(text: str, expected: str) -> None:
    assert read_time(text, SPANISH) == time.fromisoformat(expected)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_takes_nothing_else_for_a_time(text: str) -> None:
    assert read_time(text, SPANISH) is None


@pytest.mark.parametrize(("text", "days"), WEEKDAYS.items())
def test_reads_the_weekdays_that_are_meant(text: str, days: tuple[int, ...] | None) -> None:
    assert read_weekdays(text, SPANISH) == days


@pytest.mark.parametrize(("text", "day"), UNTIL.items())
def test_reads_the_day_on_which_steady_speaks_again(text: str, day: str) -> None:
    assert read_until(text, SPANISH, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", FOREVER)
def test_reads_that_there_is_no_end(text: str) -> None:
    assert read_until(text, SPANISH, WEDNESDAY) == Forever()


@pytest.mark.parametrize("text", NO_END)
def test_says_nothing_when_no_later_day_is_named(text: str) -> None:
    assert read_until(text, SPANISH, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_reads_the_places_that_are_meant(text: str, places: tuple[str, ...]) -> None:
    assert read_places(text, SPANISH) == places


@pytest.mark.parametrize(("name", "place"), SPANISH.body.places.items())
def test_knows_every_name_of_a_place(name: str, place: str) -> None:
    assert read_places(name, SPANISH) == (place,)


def test_knows_the_same_places_as_english() -> None:
    english = yaml.safe_load(PHRASES.with_name("en.yaml").read_text(encoding="utf-8"))
    assert list(DATA["body"]["places"]) == list(english["body"]["places"])

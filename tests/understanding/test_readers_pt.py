"""What the readers make of scores, times, days and places in Portuguese."""

from datetime import date, time
from pathlib import Path

import pytest
import yaml

from bot.understanding.body import read_places
from bot.understanding.days import Forever, read_until, read_weekdays
from bot.understanding.scores import OutOfRange, Scored, Unclear, read_score
from bot.understanding.times import read_time
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases" / "pt.yaml"
DATA = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
PORTUGUESE = Vocabulary.from_data(DATA)
WEDNESDAY = date(2026, 3, 18)

SCORES = {
    "5 não, peraí, 4": 4,
    "seis de dor, dois cafés": 6,
    "desceu de 7 para 4": 4,
    "fui de 7 pra 4 depois do banho": 4,
    "dor 7, humor 3": 7,
    "5 na coluna e 8 no cansaço": 5,
    "joelho 7 subi a ladeira": 7,
    "ontem 6 hoje 3": 3,
    "acordei 4 agora 6": 6,
    "oitoooo": 8,
    "hj eh 8": 8,
    "7": 7,
    "7/10": 7,
    "7 de 10": 7,
    "sete em dez": 7,
    "4 barra 10": 4,
    "6,5": 6.5,
    "seis e meio": 6.5,
    "sete e meia": 7.5,
    "6 vírgula 5": 6.5,
    "entre 4 e 5": 4.5,
    "entre um quatro e um cinco": 4.5,
    "5 ou 6": 5.5,
    "de 3 a 4 nas costas": 3.5,
    "4-5": 4.5,
    "um 8 bem forte": 8,
    "um 8 cravado": 8,
    "um bom 8": 8,
    "uns 7": 7,
    "mais ou menos 7": 7,
    "um 7 mais ou menos": 7,
    "pelo menos 6": 6,
    "quase um 9": 9,
    "ando nos 6": 6,
    "tô num 6": 6,
    "está em 5": 5,
    "sem dor": 0,
    "sem dor hoje!!": 0,
    "hoje não dói nada": 0,
    "não me dói nada": 0,
    "nada de dor": 0,
    "zero": 0,
    "a pior dor da minha vida": 10,
    "a pior de sempre": 10,
    "igual a ontem, 6": 6,
    "7, lombar, dormi 4h, mesmo assim caminhei": 7,
    "2,5 e dormi 7 horas": 2.5,
    "dor 6 tomei 2 paracetamol": 6,
    "tomei 400 mg de ibuprofeno, agora 5": 5,
    "ontem 8, hoje 5": 5,
    "8 ontem, 5 hoje": 5,
    "hoje de manhã 7, agora 4": 4,
    "um": 1,
    "é um 1": 1,
    "um em dez": 1,
    "um hoje": 1,
    "tres": 3,
    "dou-lhe um cinco, dormi 6 horas": 5,
    "dou um 7": 7,
    "eu diria um seis": 6,
    "acho que uns 7": 7,
    "acordei com um 8": 8,
    "tenho um 7": 7,
    "uma dor de 7": 7,
    "um dia mau, 7": 7,
    "nota 5 pra dor de hoje": 5,
    "hoje é um sete, ancas, descansei de tarde": 7,
    "o meu número de hoje é o 1": 1,
    "numa escala de um a dez, 7": 7,
    "7 numa escala de 0 a 10": 7,
    "não, 5": 5,
    "desceu para 4": 4,
    "7 pq não dormi": 7,
    "8 nos joelhos": 8,
    "7 nas costas": 7,
    "6 e tal": 6,
    "7 e cãibras": 7,
    "dor: 6": 6,
}
SAME = [
    "igual",
    "igual a ontem",
    "Na mesma.",
    "o mesmo de sempre",
    "a mesma coisa",
    "mais ou menos igual",
    "como ontem",
    "não mudou nada",
    "nada de novo",
]
OUT_OF_RANGE = {
    "11": 11,
    "12": 12,
    "doze": 12,
    "menos 2": -2,
    "-2": -2,
    "15/10": 15,
    "cem": 100,
    "trinta e cinco": 35,
    "um 11": 11,
    "dor 12": 12,
}
UNCLEAR = [
    "70%",
    "70 por cento",
    "às 7",
    "as 7",
    "7 da manhã",
    "7 da noite",
    "400 mg",
    "2 comprimidos",
    "2 km",
    "3 dias",
    "dormi 4h",
    "dormi 4",
    "tenho 45",
    "45 anos",
    "3 de abril",
    "3/4/2026",
    "melhor que ontem",
    "pior do que ontem",
    "ontem 8",
    "menos de 3",
    "não é um 10 mas quase",
    "um dia daqueles",
    "uma noite má",
    "um pouco",
    "3 noites ruins",
    "dói",
    "não dói muito",
    "não é a pior",
    "não dói tanto",
    "quase não dói",
    "nada bom",
    "nada mais",
    "nada mau",
    "7-8 horas",
    "3 e 8",
    "há 5 minutos",
    "7 (costas), 4 (pescoço)",
    "",
]
FRAMES = ["{}", "{}/10", "um {}", "dor {}", "hoje {}", "é um {}", "{} em 10", "eu diria {}.", "{}, noite má", "uns {}"]

TIMES = {
    "8": "08:00",
    "às 8": "08:00",
    "as 8": "08:00",
    "8h": "08:00",
    "20h": "20:00",
    "às 20h": "20:00",
    "7h30": "07:30",
    "21h30": "21:30",
    "20:15": "20:15",
    "20 horas": "20:00",
    "às 20 horas": "20:00",
    "às 7 da manhã": "07:00",
    "sete da manha": "07:00",
    "8 da noite": "20:00",
    "2 da tarde": "14:00",
    "2 da madrugada": "02:00",
    "12 da noite": "00:00",
    "sete e meia": "07:30",
    "às sete e meia da noite": "19:30",
    "oito e um quarto": "08:15",
    "oito e quinze": "08:15",
    "8 e vinte": "08:20",
    "oito e vinte e cinco": "08:25",
    "oito horas e meia": "08:30",
    "oito menos um quarto": "07:45",
    "oito menos dez": "07:50",
    "um quarto para as oito": "07:45",
    "um quarto para as dez da noite dava-me mais jeito": "21:45",
    "dez para as oito": "07:50",
    "quinze para as oito": "07:45",
    "dez pras nove da noite": "20:50",
    "oito e dez": "08:10",
    "à uma da tarde": "13:00",
    "uma e meia da tarde": "13:30",
    "às vinte e uma": "21:00",
    "vinte e duas horas": "22:00",
    "oito trinta": "08:30",
    "meio-dia": "12:00",
    "meio dia e meia": "12:30",
    "meia-noite": "00:00",
    "meia noite e meia": "00:30",
    "9 em ponto": "09:00",
    "lá pelas 8": "08:00",
    "por volta das 8 da noite": "20:00",
    "de manhã": "09:00",
    "manhã": "09:00",
    "à tarde": "16:00",
    "a noite": "21:00",
    "à noite": "21:00",
    "bem cedo": "07:00",
    "de manhã cedo": "07:00",
    "antes de dormir": "21:00",
    "depois do almoço": "14:00",
    "boa noite, às 8": "08:00",
    "pode ser 19:30 em vez de manhã?": "19:30",
    "muda o check-in para as 22": "22:00",
    "amanhã às 9": "09:00",
}
NOT_TIMES = [
    "",
    "25:00",
    "quando der",
    "mais tarde",
    "8 ou 9",
    "entre 8 e 9",
    "entre 8 e 10",
    "entre as 8 e as 10",
    "70%",
    "7/10",
    "3 dias",
    "dormi 8 horas",
    "em 3 horas",
    "400 mg",
    "3 de abril",
    "manhã ou noite",
    "tenho 2 filhos",
]

WEEKDAYS = {
    "segunda": (0,),
    "segunda-feira": (0,),
    "às segundas": (0,),
    "segunda, quarta e sexta": (0, 2, 4),
    "terca e sabado": (1, 5),
    "de segunda a sexta": (0, 1, 2, 3, 4),
    "segunda-feira à sexta-feira": (0, 1, 2, 3, 4),
    "sexta a segunda": (0, 4, 5, 6),
    "2ª a 6ª": (0, 1, 2, 3, 4),
    "todos os dias": (0, 1, 2, 3, 4, 5, 6),
    "todo dia": (0, 1, 2, 3, 4, 5, 6),
    "todos": (0, 1, 2, 3, 4, 5, 6),
    "toda segunda": (0,),
    "todos os dias menos domingo": (0, 1, 2, 3, 4, 5),
    "todos os dias exceto sábado e domingo": (0, 1, 2, 3, 4),
    "dias úteis, mas não às quartas": (0, 1, 3, 4),
    "não às segundas": (1, 2, 3, 4, 5, 6),
    "não, segunda": (0,),
    "dias de semana": (0, 1, 2, 3, 4),
    "fins de semana": (5, 6),
    "só no fim de semana": (5, 6),
    "dia sim, dia não": (0, 2, 4, 6),
    "de dois em dois dias": (0, 2, 4, 6),
    "seg, qua e sex": (0, 2, 4),
    "seg, ter, qui": (0, 1, 3),
    "nenhum": (),
    "nunca": (),
    "": None,
    "quando der": None,
    "7": None,
    "nunca se sabe": None,
}
UNTIL = {
    "até segunda": "2026-03-23",
    "ate segunda-feira": "2026-03-23",
    "até segunda de manhã": "2026-03-23",
    "até quarta": "2026-03-25",
    "até a próxima sexta": "2026-03-20",
    "até sexta da semana que vem": "2026-03-27",
    "até sexta inclusive": "2026-03-21",
    "até depois de sexta": "2026-03-21",
    "amanhã": "2026-03-19",
    "ate amanha": "2026-03-19",
    "até depois de amanhã": "2026-03-20",
    "só hoje": "2026-03-19",
    "por duas semanas": "2026-04-01",
    "2 semanas": "2026-04-01",
    "durante três dias": "2026-03-21",
    "uma semana": "2026-03-25",
    "uma semaninha": "2026-03-25",
    "um par de dias": "2026-03-20",
    "uns dias": "2026-03-21",
    "quinze dias": "2026-04-02",
    "uma quinzena": "2026-04-02",
    "um mês": "2026-04-18",
    "um mês e meio": "2026-05-02",
    "um ano": "2027-03-18",
    "48 horas": "2026-03-20",
    "até o dia 3": "2026-04-03",
    "até dia 20": "2026-03-20",
    "até ao dia três": "2026-04-03",
    "até o dia vinte e cinco": "2026-03-25",
    "até 3 de abril": "2026-04-03",
    "até três de abril": "2026-04-03",
    "até 1º de abril": "2026-04-01",
    "3/4": "2026-04-03",
    "25 de dezembro": "2026-12-25",
    "até junho": "2026-06-01",
    "até o fim de junho": "2026-07-01",
    "até semana que vem": "2026-03-23",
    "o resto da semana": "2026-03-23",
    "até o fim de semana": "2026-03-21",
    "depois do fim de semana": "2026-03-23",
    "até o fim do mês": "2026-04-01",
    "até mês que vem": "2026-04-01",
    "até o ano novo": "2027-01-01",
}
FOREVER = [
    "para sempre",
    "pra sempre",
    "indefinidamente",
    "até novo aviso",
    "até segunda ordem",
    "até eu voltar",
    "até que eu avise",
    "até eu melhorar",
]
NO_END = [
    "",
    "quando der",
    "3 de março de 2020",
    "uma hora",
    "por 2 horas",
    "até as 8",
    "até às 3 ou 4",
    "até o dia 45",
    "até eu ter tempo",
]

PLACES: dict[str, tuple[str, ...]] = {
    "lombar": ("lower_back",),
    "o fundo das costas": ("lower_back",),
    "me dói a lombar": ("lower_back",),
    "costas": ("back",),
    "pescoço e ombros": ("neck", "shoulders"),
    "joelho esquerdo": ("knees",),
    "os dois joelhos": ("knees",),
    "dor de cabeça": ("head",),
    "cabeca": ("head",),
    "mãos, pés, quadril": ("hands", "feet", "hips"),
    "o pescoço e também a mandíbula": ("neck", "jaw"),
    "corpo todo": ("everywhere",),
    "em todo o lado": ("everywhere",),
    "todas as articulações": ("joints",),
    "omoplatas": ("upper_back",),
    "pele": ("pele",),
    "o nervo ciático": ("nervo ciático",),
    "": (),
}


@pytest.mark.parametrize(("text", "value"), SCORES.items())
def test_reads_the_score_that_is_meant(text: str, value: float) -> None:
    assert read_score(text, PORTUGUESE, last=4) == Scored(value)


@pytest.mark.parametrize("text", SAME)
def test_takes_the_last_score_for_the_same(text: str) -> None:
    assert read_score(text, PORTUGUESE, last=4.5) == Scored(4.5)


@pytest.mark.parametrize(("text", "value"), OUT_OF_RANGE.items())
def test_says_which_number_is_out_of_range(text: str, value: float) -> None:
    assert read_score(text, PORTUGUESE, last=4) == OutOfRange(value)


@pytest.mark.parametrize("text", UNCLEAR)
def test_takes_nothing_else_for_a_score(text: str) -> None:
    assert read_score(text, PORTUGUESE, last=4) == Unclear()


@pytest.mark.parametrize(("kind", "value"), [("none", 0), ("worst", 10), ("same", 4)])
def test_reads_every_phrase_of_the_language(kind: str, value: float) -> None:
    misread = [phrase for phrase in DATA["scores"][kind] if read_score(phrase, PORTUGUESE, last=4) != Scored(value)]
    assert misread == []


@pytest.mark.parametrize("value", range(11))
@pytest.mark.parametrize("frame", FRAMES)
def test_reads_every_score_in_its_usual_frames(value: int, frame: str) -> None:
    assert read_score(frame.format(value), PORTUGUESE) == Scored(value)


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_reads_the_time_that_is_meant(text: str, expected: str) -> None:
    assert read_time(text, PORTUGUESE) == time.fromisoformat(expected)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_takes_nothing_else_for_a_time(text: str) -> None:
    assert read_time(text, PORTUGUESE) is None


@pytest.mark.parametrize(("text", "days"), WEEKDAYS.items())
def test_reads_the_weekdays_that_are_meant(text: str, days: tuple[int, ...] | None) -> None:
    assert read_weekdays(text, PORTUGUESE) == days


@pytest.mark.parametrize(("text", "day"), UNTIL.items())
def test_reads_the_day_on_which_steady_speaks_again(text: str, day: str) -> None:
    assert read_until(text, PORTUGUESE, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", FOREVER)
def test_reads_that_there_is_no_end(text: str) -> None:
    assert read_until(text, PORTUGUESE, WEDNESDAY) == Forever()


@pytest.mark.parametrize("text", NO_END)
def test_says_nothing_when_no_later_day_is_named(text: str) -> None:
    assert read_until(text, PORTUGUESE, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_reads_the_places_that_are_meant(text: str, places: tuple[str, ...]) -> None:
    assert read_places(text, PORTUGUESE) == places


@pytest.mark.parametrize(("name", "place"), PORTUGUESE.body.places.items())
def test_knows_every_name_of_a_place(name: str, place: str) -> None:
    assert read_places(name, PORTUGUESE) == (place,)


def test_knows_the_same_places_as_english() -> None:
    english = yaml.safe_load(PHRASES.with_name("en.yaml").read_text(encoding="utf-8"))
    assert list(DATA["body"]["places"]) == list(english["body"]["places"])

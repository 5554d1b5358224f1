"""What `read_day` makes of a whole check-in in one sentence in German, Spanish, French and Portuguese."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.check_ins import DayTold, compares, read_day, read_percent
from bot.understanding.scores import Scored
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases"
OTHERS = ("de", "es", "fr", "pt")
VOCABULARIES = {
    language: Vocabulary.from_data(yaml.safe_load((PHRASES / f"{language}.yaml").read_text(encoding="utf-8")))
    for language in OTHERS
}

Told = tuple[float | None, float | None, str, str | None, tuple[str, ...]]  # pain, sleep, slept, day, places

GERMAN: dict[str, Told] = {
    "7 Kreuz, 4 Stunden geschlafen, trotzdem gelaufen, langsam gemacht": (
        7,
        None,
        "4 Stunden geschlafen",
        "paced",
        ("lower_back",),
    ),
    "7 kreuz 4h geschlafen trotzdem gelaufen langsam gemacht": (7, None, "4h geschlafen", "paced", ("lower_back",)),
    "6, unterer Rücken, 5h geschlafen": (6, None, "5h geschlafen", None, ("lower_back",)),
    "7, unterer Ruecken, hab nur 4 std geschlafen, hab langsam gmacht": (
        7,
        None,
        "4 std geschlafen",
        "paced",
        ("lower_back",),
    ),
    "6, Schlaf 3/10, ausgeruht": (6, 3, "", "rested", ()),
    "7, schlecht geschlafen, 3": (7, 3, "", None, ()),
    "schlecht geschlafen, 7": (7, None, "schlecht geschlafen", None, ()),
    "Nacken und Schultern 6, mies geschlafen, viele Pausen gemacht": (
        6,
        None,
        "mies geschlafen",
        "paced",
        ("neck", "shoulders"),
    ),
    "LWS 8, beschissen geschlafen, hab's übertrieben": (8, None, "beschissen geschlafen", "pushed", ("lower_back",)),
    "8 heute, schlechte Nacht": (8, None, "schlechte Nacht", None, ()),
    "8, konnte nicht schlafen": (8, None, "konnte nicht schlafen", None, ()),
    "Schmerz: 7, Schlaf: 4, Tag: Pausen gemacht": (7, 4, "", "paced", ()),
    "Schlaf 4 Schmerz 7": (7, 4, "", None, ()),
    "geschlafen 4, Schmerz 7": (7, None, "geschlafen 4", None, ()),
    "Schlaf war ne 4, Schmerz 7": (7, 4, "", None, ()),
    "geschlafen habe ich 7 Stunden, heute Stufe 4": (4, None, "geschlafen habe ich 7 Stunden", None, ()),
    "4,5 heute, ausgeschlafen und langsam gemacht": (4.5, None, "ausgeschlafen", "paced", ()),
    "rheuma 8/10 2h schlaf": (8, None, "2h schlaf", None, ()),
    "Ich würde sagen eine Sieben, Schulter rechts, 5 Stunden Schlaf": (
        7,
        None,
        "5 Stunden Schlaf",
        None,
        ("shoulders",),
    ),
    "3/10 Schlaf, 7/10 Schmerz": (7, 3, "", None, ()),
    "5, Hände, scheiße geschlafen": (5, None, "scheisse geschlafen", None, ("hands",)),
    "4, knie, wie ein Stein geschlafen, füße hoch": (4, None, "wie ein Stein geschlafen", "rested", ("knees",)),
    "zwischen 4 und 5, Knie, ganz ok geschlafen": (4.5, None, "ganz ok geschlafen", None, ("knees",)),
    "sechseinhalb, Kiefer, Schlaf 5,5": (6.5, 5.5, "", None, ("jaw",)),
    "keine Schmerzen, super geschlafen, hab mir Zeit gelassen": (0, None, "super geschlafen", "paced", ()),
    "5 bis 6 Stunden geschlafen, 4, Hände": (4, None, "5 bis 6 Stunden geschlafen", None, ("hands",)),
    "zwischen 4 und 5 Stunden geschlafen, 6": (6, None, "4 und 5 Stunden geschlafen", None, ()),
    "6, nicht gut geschlafen, hab mich geschont": (6, None, "nicht gut geschlafen", "rested", ()),
    "6, hüfte, hob nur 3 stund gschlofn": (6, None, "3 stund gschlofn", None, ("hips",)),
    "7, chrüz, schlächt gschlafe, pause gmacht": (7, None, "schlächt gschlafe", "paced", ("lower_back",)),
    "alles tut weh, 8, kaum geschlafen": (8, None, "kaum geschlafen", None, ("everywhere",)),
    "7, gestern übertrieben, heute ausgeruht": (7, None, "", "rested", ()),
    "3 im Rücken, aber ich hab mich ausgeruht": (3, None, "", "rested", ("back",)),
    "7, Zähne zusammengebissen, Rücken": (7, None, "", "pushed", ("back",)),
    "7, hab schlcht geschlafen": (7, None, "schlcht geschlafen", None, ()),
    "6, 4 std. geschlafen, Nacken steif": (6, None, "4 std. geschlafen", None, ("neck",)),
    "5 - pausen gemacht, 7 std geschlafen": (5, None, "7 std geschlafen", "paced", ()),
    "8, Hölle im Kreuz, wach gelegen": (8, None, "wach gelegen", None, ("lower_back",)),
    "6, hab mich übernommen, kein Auge zugetan": (6, None, "kein Auge zugetan", "pushed", ()),
    # what only looks like one of the parts
    "7, gestern übertrieben": (7, None, "", None, ()),
    "8, sollte langsamer machen": (8, None, "", None, ()),
    "8, sollte langsam machen": (8, None, "", None, ()),
    "6, der Arzt sagt ich soll langsam machen": (6, None, "", None, ()),
    "6, hätte mich ausruhen sollen": (6, None, "", None, ()),
    "7, keine Pausen gemacht": (7, None, "", None, ()),
    "6, mein Mann hat schlecht geschlafen": (6, None, "", None, ()),
    "6, das Baby hat nur 3 Stunden geschlafen": (6, None, "", None, ()),
    "5, 4 Stunden gearbeitet": (5, None, "", None, ()),
    "5, 4 Stunden im Auto gesessen": (5, None, "", None, ()),
    "5, den ganzen Tag auf den Beinen": (5, None, "", None, ()),
    "6, zu Fuß zum Arzt": (6, None, "", None, ()),
    "6, ausgeruht, dann übertrieben": (6, None, "", None, ()),
    "4, gut ausgeruht aufgewacht": (4, None, "", None, ()),
    "7, um 4 aufgewacht": (7, None, "", None, ()),
    "6, möchte mal wieder 8 Stunden schlafen": (6, None, "", None, ()),
    "7, langsam machen fällt mir schwer": (7, None, "", None, ()),
    "6, meine Tochter hat sich ausgeruht": (6, None, "", None, ()),
    "7, seit 4 Stunden Kopfschmerzen": (7, None, "", None, ()),
}

SPANISH: dict[str, Told] = {
    "7 lumbares, dormí 4h, caminé igual, me lo tomé con calma": (7, None, "dormí 4h", "paced", ("lower_back",)),
    "7 lumbares dormi 4h camine igual me lo tome con calma": (7, None, "dormi 4h", "paced", ("lower_back",)),
    "6, zona lumbar, he dormido 4 horas": (6, None, "he dormido 4 horas", None, ("lower_back",)),
    "un 6, lumbar, dormí 5 horas": (6, None, "dormí 5 horas", None, ("lower_back",)),
    "7, dormir 4, descansé": (7, 4, "", "rested", ()),
    "6, sueño 3/10, descansé": (6, 3, "", "rested", ()),
    "7, dormí mal, 3": (7, 3, "", None, ()),
    "dormí mal, 7": (7, None, "dormí mal", None, ()),
    "cuello y hombros 6, dormí fatal, hice pausas": (6, None, "dormí fatal", "paced", ("neck", "shoulders")),
    "8 hoy, mala noche": (8, None, "mala noche", None, ()),
    "8, no pude dormir": (8, None, "no pude dormir", None, ()),
    "8, no pegué ojo, me pasé": (8, None, "no pegué ojo", "pushed", ()),
    "Dolor: 6. Sueño: 5 horas. Humor: regular.": (6, None, "Sueño: 5 horas", None, ()),
    "dormí 4, dolor 7": (7, None, "dormí 4", None, ()),
    "dormí un 4, dolor 7": (7, 4, "", None, ()),
    "unos 7, ciática, poco sueño": (7, None, "poco sueño", None, ()),
    "seis, cervicales, 7 horas de sueño, hice pilates": (6, None, "7 horas de sueño", None, ("neck",)),
    "3/10 sueño, 7/10 dolor": (7, 3, "", None, ()),
    "3 para el sueño, 7 para el dolor": (7, 3, "", None, ()),
    "5 y medio, rodillas, dormi bien, fui despacio": (5.5, None, "dormi bien", "paced", ("knees",)),
    "dormí 4 horas y media, 6, cadera": (6, None, "dormí 4 horas y media", None, ("hips",)),
    "dormi entre 4 y 5 horas, 6": (6, None, "dormi entre 4 y 5 horas", None, ()),
    "no dormí bien, 7": (7, None, "no dormí bien", None, ()),
    "6, manos, dormí como un tronco, a mi ritmo": (6, None, "dormí como un tronco", "paced", ("hands",)),
    "sin dolor, dormí genial, con calma": (0, None, "dormí genial", "paced", ()),
    "7, me forcé, espalda baja, sueño 3": (7, 3, "", "pushed", ("lower_back",)),
    "todo me duele, 8, desvelada": (8, None, "desvelada", None, ()),
    "8, me duele todo, desvelada": (8, None, "desvelada", None, ()),
    "6 cadera izq, dormi 4 hrs, me excedí limpiando": (6, None, "dormi 4 hrs", "pushed", ("hips",)),
    "4 en las rodillas pero descansé": (4, None, "", "rested", ("knees",)),
    "8, espalda hecha polvo, dormí poco": (8, None, "dormí poco", None, ("back",)),
    "7, ayer me pasé, hoy descanso": (7, None, "", "rested", ()),
    "6, dormí 4hs nomás, cintura, de a poco": (6, None, "dormí 4hs", "paced", ("lower_back",)),
    "5 - hice pausas, dormí 7 hs": (5, None, "dormí 7 hs", "paced", ()),
    "4, llevo sin dormir 3 días": (4, None, "sin dormir", None, ()),
    "7, me duele la muñeca, dormi re mal": (7, None, "dormi re mal", None, ("wrists",)),
    # what only looks like one of the parts
    "7, ayer me pasé": (7, None, "", None, ()),
    "5, estoy de baja": (5, None, "", None, ()),
    "8, debería descansar": (8, None, "", None, ()),
    "8, debería ir más despacio": (8, None, "", None, ()),
    "7 y no descansé": (7, None, "", None, ()),
    "6, descansé, luego me pasé": (6, None, "", None, ()),
    "6, mi hijo ha dormido mal": (6, None, "", None, ()),
    "6, mi marido durmió 4 horas": (6, None, "", None, ()),
    "5, mi madre descansó todo el día": (5, None, "", None, ()),
    "6, trabajé 4 horas": (6, None, "", None, ()),
    "6, 4 horas de coche": (6, None, "", None, ()),
    "4, todo bien": (4, None, "", None, ()),
    "5, de pie todo el día": (5, None, "", None, ()),
    "3, fui a pie": (3, None, "", None, ()),
    "6, me pasé el día en casa": (6, None, "", None, ()),
    "4, descansé bien anoche": (4, None, "", None, ()),
    "6, quiero dormir 8 horas": (6, None, "", None, ()),
    "8, poco a poco va mejor": (8, None, "", None, ()),
    "7, desperté 3 veces, cuello": (7, None, "", None, ("neck",)),
    "6, no hice pausas": (6, None, "", None, ()),
    "4, dolor en reposo": (4, None, "", None, ()),
}

FRENCH: dict[str, Told] = {
    "7 bas du dos, dormi 4h, marché quand même, pris mon temps": (7, None, "dormi 4h", "paced", ("lower_back",)),
    "7 bas du dos dormi 4h marché quand meme pris mon temps": (7, None, "dormi 4h", "paced", ("lower_back",)),
    "7, lombaires, j'ai dormi 4h, j'y suis allée doucement": (7, None, "j'ai dormi 4h", "paced", ("lower_back",)),
    "6, sommeil 3/10, reposée": (6, 3, "", "rested", ()),
    "7, mal dormi, 3": (7, 3, "", None, ()),
    "mal dormi, 7": (7, None, "mal dormi", None, ()),
    "cou et épaules 6, mal dormi, fait des pauses": (6, None, "mal dormi", "paced", ("neck", "shoulders")),
    "8 aujourd'hui, nuit blanche": (8, None, "nuit blanche", None, ()),
    "8, j'ai pas fermé l\u2019œil": (8, None, "pas fermé l'oeil", None, ()),
    "Douleur: 7, Sommeil: 4, Journée: repos": (7, 4, "", "rested", ()),
    "sommeil 4 douleur 7": (7, 4, "", None, ()),
    "dormi 4, douleur 7": (7, None, "dormi 4", None, ()),
    "Mal au cou, 7,5. Dormi 6 heures et demie.": (7.5, None, "Dormi 6 heures et demie", None, ("neck",)),
    "Bonjour, ma douleur est à 6 aujourd'hui. Nuit correcte, 6 h 30 de sommeil.": (6, None, "Nuit correcte", None, ()),
    "6, dormi 4h30, j'en ai trop fait": (6, None, "dormi 4h30", "pushed", ()),
    "sommeil 6h30, douleur 5": (5, None, "sommeil 6h30", None, ()),
    "8 sur 10 pis j'ai dormi 3 heures": (8, None, "j'ai dormi 3 heures", None, ()),
    "4 aujourd'hui mieux dormi": (4, None, "mieux dormi", None, ()),
    "3 pour le sommeil, 7 pour la douleur": (7, 3, "", None, ()),
    "3/10 sommeil, 7/10 douleur": (7, 3, "", None, ()),
    "7, mal à l'épaule, dormi comme un bébé": (7, None, "dormi comme un bébé", None, ("shoulders",)),
    "6, douleur à l'aine, nuit pourrie, levé le pied": (6, None, "nuit pourrie", "paced", ("pelvis",)),
    "aucune douleur, super bien dormi, en douceur": (0, None, "super bien dormi", "paced", ()),
    "6 et demi, mâchoire, sommeil 5,5": (6.5, 5.5, "", None, ("jaw",)),
    "entre 4 et 5, genoux, bien dormi": (4.5, None, "bien dormi", None, ("knees",)),
    "dormi 5 à 6 heures, 4, mains": (4, None, "dormi 5 à 6 heures", None, ("hands",)),
    "7, je me suis forcée, dos en compote": (7, None, "", "pushed", ("back",)),
    "8, j'ai mal partout, presque pas dormi": (8, None, "presque pas dormi", None, ("everywhere",)),
    "5, chevilles gonflées, journée de repos": (5, None, "", "rested", ("ankles",)),
    "6 dos, chu magané, pris ça relax": (6, None, "", "paced", ("back",)),
    "j'ai dormi que 4h, 7": (7, None, "j'ai dormi que 4h", None, ()),
    "j'ai mal dormi, 6 genou, repos": (6, None, "mal dormi", "rested", ("knees",)),
    "7, hier j'en ai trop fait, aujourd'hui repos": (7, None, "", "rested", ()),
    "6, me suis reposé, dormi 7h": (6, None, "dormi 7h", "rested", ()),
    "7, nuque raide, dormi à peine 3h, mollo": (7, None, "dormi à peine 3h", "paced", ("neck",)),
    "5 - fait des pauses, dormi 7h": (5, None, "dormi 7h", "paced", ()),
    "7, mal au bas du dos, j\u2019ai pas fermé l\u2019œil": (7, None, "pas fermé l'oeil", None, ("lower_back",)),
    "6, tout fait doucement, mal dormi": (6, None, "mal dormi", "paced", ()),
    # what only looks like one of the parts
    "7, hier j'ai trop forcé": (7, None, "", None, ()),
    "8, je devrais ralentir": (8, None, "", None, ()),
    "8, faudrait que je me repose": (8, None, "", None, ()),
    "7 et pas de pauses": (7, None, "", None, ()),
    "6, mon mari a mal dormi": (6, None, "", None, ()),
    "6, ma fille a dormi 4h": (6, None, "", None, ()),
    "6, bébé a dormi 3 heures": (6, None, "", None, ()),
    "5, travaillé 4 heures": (5, None, "", None, ()),
    "5, 4 heures de route": (5, None, "", None, ()),
    "7 même au repos": (7, None, "", None, ()),
    "5, à pied toute la journée": (5, None, "", None, ()),
    "4, plus de force": (4, None, "", None, ()),
    "6, repos, puis j'ai trop forcé": (6, None, "", None, ()),
    "6, envie de dormir 12h": (6, None, "", None, ()),
    "4, bien reposée ce matin": (4, None, "", None, ()),
    "5, dose doublée": (5, None, "", None, ()),
    "7, réveillé 3 fois, cou": (7, None, "", None, ("neck",)),
    "7, j'aurais dû lever le pied": (7, None, "", None, ()),
    "4, donné un coup de main à ma soeur": (4, None, "", None, ()),
}

PORTUGUESE: dict[str, Told] = {
    "7 lombar, dormi 4h, andei na mesma, fui devagar": (7, None, "dormi 4h", "paced", ("lower_back",)),
    "7 lombar dormi 4h caminhei mesmo assim fui devagar": (7, None, "dormi 4h", "paced", ("lower_back",)),
    "6, fundo das costas, dormi 5 horas": (6, None, "dormi 5 horas", None, ("lower_back",)),
    "6, sono 3/10, descansei": (6, 3, "", "rested", ()),
    "7, dormi mal, 3": (7, 3, "", None, ()),
    "dormi mal, 7": (7, None, "dormi mal", None, ()),
    "pescoço e ombros 6, dormi pessimo, fiz pausas": (6, None, "dormi pessimo", "paced", ("neck", "shoulders")),
    "8 hoje, noite em claro": (8, None, "noite em claro", None, ()),
    "8, não consegui dormir": (8, None, "não consegui dormir", None, ()),
    "8, nao preguei olho, exagerei": (8, None, "nao preguei olho", "pushed", ()),
    "Dor: 4. Sono: seis horas seguidas. Estou satisfeita.": (4, None, "Sono: seis horas", None, ()),
    "registra: dor 6, sono ruim": (6, None, "sono ruim", None, ()),
    "Bom dia. Dor 4, sono 7 horas, disposição razoável.": (4, None, "sono 7 horas", None, ()),
    "nota 7 pra dor e nota 2 pro sono": (7, 2, "", None, ()),
    "sono 4 dor 7": (7, 4, "", None, ()),
    "dormi 4, dor 7": (7, None, "dormi 4", None, ()),
    "dormi um 4, dor 7": (7, 4, "", None, ()),
    "3/10 sono, 7/10 dor": (7, 3, "", None, ()),
    "3 para o sono, 7 para a dor": (7, 3, "", None, ()),
    "6 e meio, maxilar, sono 5,5": (6.5, 5.5, "", None, ("jaw",)),
    "entre 4 e 5, joelhos, dormi bem": (4.5, None, "dormi bem", None, ("knees",)),
    "dormi 5 a 6 horas, 4, mãos": (4, None, "dormi 5 a 6 horas", None, ("hands",)),
    "dormi 4h30, 6, quadril": (6, None, "dormi 4h30", None, ("hips",)),
    "sem dor, dormi otimo, com calma": (0, None, "dormi otimo", "paced", ()),
    "7, forcei a barra, costas, sono 3": (7, 3, "", "pushed", ("back",)),
    "dor no corpo todo, 8, mal dormi": (8, None, "mal dormi", None, ("everywhere",)),
    "tô num 7, coluna travada, dormi 3h, peguei leve": (7, None, "dormi 3h", "paced", ("back",)),
    "5, pernas inchadas, dia de descanso": (5, None, "", "rested", ("legs",)),
    "4 horas de sono, 6, cabeça": (6, None, "4 horas de sono", None, ("head",)),
    "não dormi bem, 7": (7, None, "não dormi bem", None, ()),
    "uns 5, dormi mal por causa dos vizinhos": (5, None, "dormi mal", None, ()),
    "7, ontem exagerei, hoje descanso": (7, None, "", "rested", ()),
    "5, estou de baixa": (5, None, "", None, ()),
    "5 - fiz pausas, dormi 7h": (5, None, "dormi 7h", "paced", ()),
    "8, lombar a arder, sono péssimo": (8, None, "sono péssimo", None, ("lower_back",)),
    "7, dormi 3 horinhas só, ombro dto, aos bocadinhos": (7, None, "dormi 3 horinhas", "paced", ("shoulders",)),
    "6, dormi pouco, joelho inchado, me poupei": (6, None, "dormi pouco", "paced", ("knees",)),
    # what only looks like one of the parts
    "7, ontem exagerei": (7, None, "", None, ()),
    "8, devia ir mais devagar": (8, None, "", None, ()),
    "8, preciso descansar": (8, None, "", None, ()),
    "7 e não descansei": (7, None, "", None, ()),
    "6, descansei, depois exagerei": (6, None, "", None, ()),
    "6, meu marido dormiu mal": (6, None, "", None, ()),
    "6, meu filho tem dormido 4 horas": (6, None, "", None, ()),
    "6, o bebê teve noite ruim": (6, None, "", None, ()),
    "5, trabalhei 4 horas": (5, None, "", None, ()),
    "5, 4 horas de carro": (5, None, "", None, ()),
    "4, tudo bem": (4, None, "", None, ()),
    "5, em pé o dia todo": (5, None, "", None, ()),
    "3, fui a pé": (3, None, "", None, ()),
    "4, descansei bem": (4, None, "", None, ()),
    "6, quero dormir 8 horas": (6, None, "", None, ()),
    "7, dói mesmo em repouso": (7, None, "", None, ()),
    "7, acordei 3 vezes, pescoço": (7, None, "", None, ("neck",)),
    "6, não fiz pausas": (6, None, "", None, ()),
    "4, passei o dia a limpar": (4, None, "", None, ()),
    "7, minha filha descansou no sofá": (7, None, "", None, ()),
}

SENTENCES = {
    (language, said): told
    for language, sentences in zip(OTHERS, (GERMAN, SPANISH, FRENCH, PORTUGUESE), strict=True)
    for said, told in sentences.items()
}


@pytest.mark.parametrize(("language", "said"), SENTENCES)
def test_fills_in_what_a_sentence_tells(language: str, said: str) -> None:
    told = read_day(said, VOCABULARIES[language])

    pain = told.pain.value if isinstance(told.pain, Scored) else None
    assert (pain, told.sleep, told.slept, told.day, told.places) == SENTENCES[language, said]
    assert told.says_more


ALONE = {
    "de": ["7", "so eine sechs", "7/10", "heute ne 5", "5, schlimmer als gestern", "keine Schmerzen", "6,5"],
    "es": ["7", "un seis", "7/10", "hoy un 5", "5, peor que ayer", "sin dolor", "6,5", "entre 4 y 5", "creo que un 4"],
    "fr": ["7", "un six", "7/10", "5 aujourd'hui", "5, pire qu'hier", "aucune douleur", "6,5", "entre 4 et 5"],
    "pt": ["7", "um seis", "7/10", "hoje um 5", "5, pior que ontem", "sem dor", "6,5", "entre 4 e 5", "acho que um 4"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [(language, said) for language in OTHERS for said in ALONE[language]])
def test_a_score_alone_says_no_more(language: str, said: str) -> None:
    told = read_day(said, VOCABULARIES[language])

    assert isinstance(told.pain, Scored)
    assert told == DayTold(told.pain)


PERCENT = [
    ("de", "70%", 7), ("de", "etwa 70 Prozent", 7), ("es", "70 por ciento", 7), ("es", "hoy un 65%", 6.5),
    ("fr", "70 pour cent", 7), ("fr", "à 70 %", 7), ("pt", "70 por cento", 7), ("pt", "hoje 65%", 6.5),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "value"), PERCENT)
def test_a_percentage_may_be_a_score(language: str, said: str, value: float) -> None:
    assert read_percent(said, VOCABULARIES[language]) == value


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Akku bei 70%"), ("es", "70% de humedad"), ("fr", "50% de réduction"), ("pt", "bateria em 70%")],
)
def test_most_percentages_are_none(language: str, said: str) -> None:
    assert read_percent(said, VOCABULARIES[language]) is None


COMPARED = [
    ("de", "besser als gestern"), ("de", "bissl schlechter heute"), ("de", "nicht so schlimm wie gestern"),
    ("es", "mejor que ayer"), ("es", "un poco peor hoy"), ("es", "no tan mal"),
    ("fr", "mieux qu'hier"), ("fr", "un peu pire aujourd'hui"), ("fr", "moins mal que hier"),
    ("pt", "melhor que ontem"), ("pt", "um pouco pior hoje"), ("pt", "pior do que ontem"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), COMPARED)
def test_hears_a_comparison(language: str, said: str) -> None:
    assert compares(said, VOCABULARIES[language])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "besser, war einkaufen"), ("de", "gestern"), ("es", "mejor no digo nada de eso"), ("es", "ayer"),
        ("fr", "le temps est meilleur"), ("fr", "hier"), ("pt", "o tempo está melhor"), ("pt", "ontem"),
    ],
)  # fmt: skip
def test_hears_no_comparison_in_other_words(language: str, said: str) -> None:
    assert not compares(said, VOCABULARIES[language])


KINDS = [
    (language, phrase, kind)
    for language, vocabulary in VOCABULARIES.items()
    for phrase, kind in vocabulary.check_in.kinds.items()
]


@pytest.mark.parametrize(("language", "phrase", "kind"), KINDS)
def test_hears_every_phrase_for_a_kind_of_day(language: str, phrase: str, kind: str | None) -> None:
    assert read_day(phrase, VOCABULARIES[language]).day == kind


@pytest.mark.parametrize("language", OTHERS)
@given(text=st.text(max_size=300))
def test_reads_anything(language: str, text: str) -> None:
    vocabulary = VOCABULARIES[language]
    told = read_day(text, vocabulary)

    assert told.sleep is None or 0 <= told.sleep <= 10
    read_percent(text, vocabulary)
    compares(text, vocabulary)

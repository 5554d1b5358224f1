"""Danger in very few words, by phrases alone: beside a score, as a sign, as a slip in what was taken; and its twins."""

import pytest

from bot.content import load_library
from bot.understanding.safety import DANGERS

PHRASES = load_library().listening
CRISES = [
    ("en", "10, od'd"), ("en", "10 goodbye"), ("en", "9 want out"), ("en", "stuck 5 patches on"),
    ("en", "swallowed 30 pregabs"), ("en", "haha so i bought the pills"),
    ("en", "0, because tomorrow nothing will hurt anymore"), ("en", "took my insulin twice by mistake"), ("en", "💊"),
    ("en", "🔪"), ("en", "⚰️"), ("en", "⚰️ bye everyone"), ("en", "i od'd last night"), ("en", "8 goodbye"),
    ("en", "10. Goodbye."), ("en", "7, want out"), ("en", "i've stuck 4 patches on"),
    ("en", "put 6 patches on at once"), ("en", "swallowed twenty gabapentin"), ("en", "necked 15 naproxen"),
    ("en", "lol got the pills"), ("en", "haha bought the tablets"),
    ("en", "0 because after tonight nothing will ever hurt again"), ("en", "0, tomorrow nothing hurts anymore"),
    ("en", "accidentally took my insulin twice"), ("en", "took insulin twice by accident"),
    ("en", "i've had my insulin twice oops"), ("en", "injected my lantus twice by mistake"),
    ("en", "took my humalog two times by mistake"), ("en", "double dosed my insulin"), ("en", "💊💊💊"),
    ("en", "bye ⚰️"), ("en", "goodbye 🔪"), ("en", "🪦"), ("en", "i bought a rope"),
    ("en", "jumping in front of the tube"),
    ("de", "10 tschüss welt"), ("de", "10 leb wohl"), ("de", "insulin zweimal gespritzt aus versehen"),
    ("de", "hab aus versehen zweimal insulin gespritzt"), ("de", "lantus doppelt gespritzt"),
    ("de", "ich werfe mich vor die bahn"), ("de", "ich schmeiß mich vor den zug"),
    ("de", "ich schieß mir in den kopf"), ("de", "ich kauf mir ein seil"), ("de", "haha hab die tabletten gekauft"),
    ("de", "0, weil morgen nichts mehr wehtut"), ("de", "30 pregabalin geschluckt"), ("de", "5 pflaster drauf"),
    ("de", "tschüss 💊"),
    ("es", "me aviento al metro"), ("es", "10 adiós"), ("es", "me puse insulina dos veces por error"),
    ("es", "me inyecté dos veces la insulina"), ("es", "me aviento al tren"), ("es", "me voy a aventar del puente"),
    ("es", "me pego un balazo"), ("es", "compré la soga"), ("es", "jaja compré las pastillas"),
    ("es", "0, porque mañana ya no dolerá nada"), ("es", "me tragué treinta pregabalinas"),
    ("es", "tengo 5 parches puestos"), ("es", "adiós 💊"),
    ("fr", "j'ai acheté une corde"), ("fr", "10 adieu"), ("fr", "j'ai pris mon insuline deux fois par erreur"),
    ("fr", "deux fois l'insuline par erreur"), ("fr", "je me jette sous le train"),
    ("fr", "je vais me jeter sous le métro"), ("fr", "je me tire une balle"), ("fr", "j'ai acheté la corde"),
    ("fr", "haha j'ai acheté les cachets"), ("fr", "0, parce que demain je n'aurai plus mal"),
    ("fr", "j'ai avalé trente lyrica"), ("fr", "j'ai 5 patchs sur moi"), ("fr", "adieu 💊"),
    ("pt", "dou um tiro na cabeça"), ("pt", "10 adeus"), ("pt", "tomei insulina duas vezes por engano"),
    ("pt", "apliquei insulina duas vezes sem querer"), ("pt", "me jogo no metrô"),
    ("pt", "vou me jogar debaixo do metrô"), ("pt", "dou-me um tiro"), ("pt", "dou um tiro na boca"),
    ("pt", "comprei a corda"), ("pt", "haha comprei os comprimidos"), ("pt", "0, porque amanhã já não dói nada"),
    ("pt", "engoli trinta pregabalinas"), ("pt", "estou com 5 adesivos colados"), ("pt", "adeus 💊"),
]  # fmt: skip
TWINS = [
    ("en", "took my lantus"), ("en", "6 💊"), ("en", "6, 💊"), ("en", "💊 taken"), ("en", "💊✅"),
    ("en", "bought a skipping rope"), ("en", "10 bye for now"), ("en", "goodbye, talk tomorrow"),
    ("en", "i have 5 patches left"), ("en", "7 odd"), ("en", "3 goodbye talk tomorrow"),
    ("en", "put two heat patches on"), ("en", "want out of this waiting room"),
    ("en", "can't do any more today, that's enough"), ("en", "rested a lot on purpose"),
    ("de", "pflaster drauf"), ("de", "zwei wärmepflaster geklebt"), ("de", "lantus gespritzt"),
    ("de", "seil gekauft für die schaukel"),
    ("es", "me aviento un café"), ("es", "me tiro al sofá"), ("es", "adiós, hasta mañana"),
    ("fr", "je me tire d'ici"), ("fr", "j'ai acheté une corde à sauter"), ("fr", "au revoir, à demain"),
    ("pt", "dei um tiro no escuro"), ("pt", "me jogo no sofá"), ("pt", "adeus, até amanhã"),
    ("pt", "comprei uma corda para o varal"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), CRISES)
def test_hears_danger_in_few_words(language: str, said: str) -> None:
    heard = PHRASES.hear_phrases(said, language)
    assert (heard.tier, heard.about) == ("crisis", "self")


@pytest.mark.parametrize(("language", "said"), TWINS)
def test_hears_none_in_what_only_looks_like_it(language: str, said: str) -> None:
    assert PHRASES.hear_phrases(said, language).tier not in DANGERS

"""Choose the lines: from which share on a meaning counts. Writes them into bot/sense/heads.npz.

Chosen on the messages that training left out, so that at most a given share of everyday messages is taken for danger,
by phrases or by meaning. Look-alikes of danger (`pairs`, `more`) are no everyday messages. `python -m training.lines`, after `training.train`.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bot.content import load_library
from bot.conversation.library import Library
from bot.sense.model import HEADS as FILE
from bot.sense.model import TunedEncoder
from bot.understanding.safety import TIERS, Tier
from bot.understanding.sense import Lines
from training.texts import HEADS, Message, files, messages

ALARMS = TIERS[:3]
STEPS = [step / 200 for step in range(60, 200)]


@dataclass(frozen=True, slots=True)
class Heard:
    message: Message
    by_phrases: Tier
    danger: float
    soft: float
    intent: str
    intent_share: float

    @property
    def tier(self) -> str:
        return HEADS["tiers"][self.message.labels[0]]


def heard(message: Message, library: Library) -> Heard:
    listening = library.listening
    meanings = listening.meanings(message.text)
    gravest = max(meanings, key=lambda meaning: meaning.danger)
    intent = max(gravest.intents, key=gravest.intents.__getitem__)
    tier = listening.hear_phrases(message.text).tier
    return Heard(message, tier, gravest.danger, gravest.tiers["soft"], intent, gravest.intents[intent])


def lowest(fits: Callable[[float], bool]) -> float:
    return next((step for step in STEPS if fits(step)), STEPS[-1])


def share(hits: list[bool]) -> float:
    return sum(hits) / max(1, len(hits))


def chosen(every: list[Heard], most_alarms: float) -> Lines:
    everyday = [each for each in every if each.tier == "none"]
    soft = [each for each in every if each.tier == "soft"]

    def alarms(line: float) -> float:
        return share([each.by_phrases in ALARMS or each.danger >= line for each in everyday])

    danger = lowest(lambda line: alarms(line) <= most_alarms)
    raised = lowest(lambda line: line >= danger and share([each.danger >= line for each in soft]) <= 0.03)
    light = lowest(lambda line: share([each.soft >= line for each in everyday]) <= 0.01)
    return Lines(danger, raised, light, intent=0.4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most-alarms", type=float, default=0.01)
    options = parser.parse_args()
    library = load_library(TunedEncoder())
    usual = [file for file in files() if not file.stem.startswith(("pairs", "more"))]
    left_out = [message for message in messages(usual) if message.is_kept_aside]
    every = [heard(message, library) for message in left_out if message.text.strip()]
    lines = chosen(every, options.most_alarms)
    print(f"{len(every)} messages: {lines}")
    for tier in ALARMS:
        found = [each.by_phrases in ALARMS or each.danger >= lines.danger for each in every if each.tier == tier]
        print(f"{tier}: {share(found):.3f} of {len(found)} heard as danger")
    _write(FILE, lines)


def _write(file: Path, lines: Lines) -> None:
    kept = dict(np.load(file))
    about = json.loads(str(kept["about"])) | {"lines": asdict(lines)}
    np.savez(file, **kept | {"about": np.array(json.dumps(about))})


if __name__ == "__main__":
    main()

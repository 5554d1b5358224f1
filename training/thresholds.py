"""Choose the lines: from which share on a meaning counts. Writes them into bot/sense/heads.npz.

Chosen on messages that training left out, so that at most a given share of everyday messages is taken for danger, by
phrases or by meaning. Look-alikes of danger (`pairs`, `more`) are no everyday messages. Run it after `training.train`.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bot.content import load_library
from bot.conversation.library import Library
from bot.sense.model import FOLDER, TunedEncoder
from bot.understanding.safety import DANGERS, Tier
from bot.understanding.sense import Lines
from training.texts import HEADS, Message, files, messages

STEPS = [step / 200 for step in range(60, 200)]


@dataclass(frozen=True, slots=True)
class Weighed:
    message: Message
    by_phrases: Tier
    danger: float
    soft: float

    @property
    def tier(self) -> str:
        return HEADS["tiers"][self.message.labels[0]]


def weighed(message: Message, library: Library) -> Weighed:
    listening = library.listening
    meanings = listening.meanings(message.text)
    gravest = max(meanings, key=lambda meaning: meaning.danger)
    tier = listening.hear_phrases(message.text).tier
    return Weighed(message, tier, gravest.danger, gravest.tiers["soft"])


def lowest(fits: Callable[[float], bool]) -> float:
    return next((step for step in STEPS if fits(step)), STEPS[-1])


def share(hits: list[bool]) -> float:
    return sum(hits) / max(1, len(hits))


def chosen(every: list[Weighed], most_alarms: float) -> Lines:
    everyday = [each for each in every if each.tier == "none"]
    soft = [each for each in every if each.tier == "soft"]

    def alarms(line: float) -> float:
        return share([each.by_phrases in DANGERS or each.danger >= line for each in everyday])

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
    every = [weighed(message, library) for message in left_out if message.text.strip()]
    lines = chosen(every, options.most_alarms)
    print(f"{len(every)} messages: {lines}")
    for tier in DANGERS:
        found = [each.by_phrases in DANGERS or each.danger >= lines.danger for each in every if each.tier == tier]
        print(f"{tier}: {share(found):.3f} of {len(found)} heard as danger")
    _write(FOLDER / "heads.npz", lines)


def _write(file: Path, lines: Lines) -> None:
    kept = dict(np.load(file))
    about = json.loads(str(kept["about"])) | {"lines": asdict(lines)}
    np.savez(file, **kept | {"about": np.array(json.dumps(about))})


if __name__ == "__main__":
    main()

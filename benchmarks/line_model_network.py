"""The network behind the line model and its training: convolutions over the lines of a page.

Needs jax and optax, which only training uses; `assets.extraction.flattened.line_model` reads the
weights with numpy alone.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from assets.extraction.flattened.line_model.text import Floats

_LENGTHS = (32, 64, 128, 256, 512, 1024)
_LINES_A_BATCH = 2048
_REACHES = (1, 2, 4, 8)
_WIDTH, _OUT, _DROPPED, _RATE = 48, 32, 0.15, 2e-3
_CLIP = 4.0
# Learned leanings are hidden on some pages, so that other languages' pages can be read too.
_HIDDEN_PAGES = 0.15
_LEARNED = ("lean", "pair_", "stop")
_NOT_LEARNED = ("stops",)


@dataclass(frozen=True, slots=True)
class Example:
    """A page to learn from: scaled rows, whether each is main text, what each weighs."""

    rows: Floats
    labels: npt.NDArray[np.bool_]
    weights: Floats


def learned_columns(names: Sequence[str]) -> list[int]:
    """Return the places of the columns that hold learned leanings."""
    return [
        place
        for place, name in enumerate(names)
        if name.startswith(_LEARNED) and name not in _NOT_LEARNED
    ]


def scaling(rows: Sequence[Floats]) -> tuple[Floats, Floats]:
    """Mean and spread of each column."""
    whole = np.concatenate(rows)
    return whole.mean(0), whole.std(0) + 1e-3


def scaled(rows: Floats, mean: Floats, scale: Floats) -> Floats:
    """Return the rows as the network sees them."""
    clipped: Floats = np.clip((rows - mean) / scale, -_CLIP, _CLIP).astype(np.float32)
    return clipped


def _start(key: Any, columns: int) -> dict[str, Any]:
    keys = iter(jax.random.split(key, 20))

    def drawn(*shape: int, gain: float = 1.0) -> Any:
        return jax.random.normal(next(keys), shape) * np.sqrt(2 / np.prod(shape[:-1])) * gain

    weights = {"w0": drawn(columns, _WIDTH), "b0": jnp.zeros(_WIDTH)}
    for layer in range(len(_REACHES)):
        weights[f"c{layer}"] = drawn(3, _WIDTH, _WIDTH, gain=0.5)
        weights[f"d{layer}"] = jnp.zeros(_WIDTH)
    weights |= {"wo": drawn(2 * _WIDTH, _OUT), "bo": jnp.zeros(_OUT)}
    return weights | {"wm": drawn(_OUT, 1, gain=0.3), "bm": jnp.zeros(1)}


def _forward(p: dict[str, Any], x: Any, mask: Any, key: Any) -> Any:
    some, rows, left, noise = jax.random.split(key, 4)
    m = mask[..., None]
    x = x * jax.random.bernoulli(some, 0.95, (x.shape[0], 1, x.shape[2]))
    x = x + 0.1 * jax.random.normal(noise, x.shape)
    h = jax.nn.relu(x @ p["w0"] + p["b0"]) * m
    h = h * jax.random.bernoulli(rows, 1 - _DROPPED, h.shape) / (1 - _DROPPED)
    for layer, reach in enumerate(_REACHES):
        before = jnp.pad(h, ((0, 0), (reach, 0), (0, 0)))[:, : h.shape[1]]
        after = jnp.pad(h, ((0, 0), (0, reach), (0, 0)))[:, reach:]
        c = p[f"c{layer}"]
        mixed = before @ c[0] + h @ c[1] + after @ c[2] + p[f"d{layer}"]
        h = (h + jax.nn.relu(mixed)) * m
    page = (h * m).sum(1, keepdims=True) / m.sum(1, keepdims=True)
    z = jnp.concatenate([h, jnp.broadcast_to(page, h.shape)], -1)
    z = z * jax.random.bernoulli(left, 1 - _DROPPED, z.shape) / (1 - _DROPPED)
    out = jax.nn.relu(z @ p["wo"] + p["bo"])
    return (out @ p["wm"] + p["bm"])[..., 0]


def _loss(p: dict[str, Any], batch: tuple[Any, ...], key: Any) -> Any:
    x, y, weight, mask = batch
    text = _forward(p, x, mask, key)
    return (optax.sigmoid_binary_cross_entropy(text, y) * weight).sum() / weight.sum()


def _batches(
    examples: Sequence[Example], learned: Sequence[int], r: random.Random
) -> Iterator[tuple[Any, ...]]:
    by_length: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for i, example in enumerate(examples):
        lines, start = len(example.rows), 0
        if lines > _LENGTHS[-1]:
            start, lines = r.randint(0, lines - _LENGTHS[-1]), _LENGTHS[-1]
        by_length[next(n for n in _LENGTHS if n >= lines)].append((i, start, lines))
    groups = []
    for length, members in by_length.items():
        r.shuffle(members)
        size = max(1, _LINES_A_BATCH // length)
        groups += [(length, size, members[j : j + size]) for j in range(0, len(members), size)]
    r.shuffle(groups)
    for length, size, members in groups:
        x = np.zeros((size, length, examples[0].rows.shape[1]), np.float32)
        y, weight, mask = (np.zeros((size, length), np.float32) for _ in range(3))
        mask[:, 0] = 1
        for row, (i, start, lines) in enumerate(members):
            part = slice(start, start + lines)
            x[row, :lines] = examples[i].rows[part]
            if r.random() < _HIDDEN_PAGES:
                x[row, :, list(learned)] = 0
            mask[row] = np.arange(length) < lines
            y[row, :lines] = examples[i].labels[part]
            weight[row, :lines] = examples[i].weights[part]
        yield x, y, weight, mask


@cache
def _rule(steps: int) -> tuple[Any, Any]:
    """The optimiser and one step of it, compiled once for all networks."""
    rate = optax.cosine_onecycle_schedule(steps, _RATE, 0.15)
    rule = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=2e-2))

    @jax.jit
    def step(p: Any, state: Any, key: Any, batch: tuple[Any, ...]) -> tuple[Any, Any, Any]:
        loss, slope = jax.value_and_grad(_loss)(p, batch, key)
        change, state = rule.update(slope, state, p)
        return optax.apply_updates(p, change), state, loss

    return rule, step


def train_network(
    examples: Sequence[Example], learned: Sequence[int], seed: int, epochs: int
) -> dict[str, Floats]:
    """Train one network; the same seed, data and machine give the same weights.

    The `learned` columns are hidden on some pages.
    """
    r, key = random.Random(seed), jax.random.PRNGKey(seed)  # noqa: S311
    p = _start(key, examples[0].rows.shape[1])
    steps = sum(1 for _ in _batches(examples, learned, random.Random(0)))  # noqa: S311
    rule, step = _rule(steps * epochs)
    state = rule.init(p)
    for epoch in range(epochs):
        losses = []
        for batch in _batches(examples, learned, r):
            key, own = jax.random.split(key)
            p, state, loss = step(p, state, own, batch)
            losses.append(loss)
        print(f"network {seed}, epoch {epoch}: loss {float(np.mean(losses)):.4f}", flush=True)
    return {name: np.asarray(value) for name, value in p.items()}

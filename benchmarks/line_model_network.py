"""The network behind the line model and its training: convolutions over the lines of a page.

Needs jax and optax, which only training uses; `assets.extraction.flattened.line_model` reads the
weights with numpy alone.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from assets.extraction.flattened.line_model import KINDS
from assets.extraction.flattened.line_model_features import FEATURE_NAMES, Matrix
from benchmarks.line_model_pages import LabelledPage

Features = Sequence[tuple[list[int], Matrix]]
_LENGTHS = (64, 128, 256, 512, 1024)
_LINES_A_BATCH = 2048
_REACHES = (1, 2, 4, 8)
_WIDTH, _OUT, _DROPPED, _RATE = 48, 32, 0.15, 2e-3
# Learned leanings are hidden on some pages, so that other languages' pages can be read too.
_LEARNED = [
    FEATURE_NAMES.index(name)
    for name in ("stop", "lean", "lean_low", "lean_high", "lean_first", "line_lean")
]


def _start(key: Any) -> dict[str, Any]:
    keys = iter(jax.random.split(key, 20))

    def drawn(*shape: int, gain: float = 1.0) -> Any:
        return jax.random.normal(next(keys), shape) * np.sqrt(2 / np.prod(shape[:-1])) * gain

    weights = {"w0": drawn(len(FEATURE_NAMES), _WIDTH), "b0": jnp.zeros(_WIDTH)}
    for layer in range(len(_REACHES)):
        weights[f"c{layer}"] = drawn(3, _WIDTH, _WIDTH, gain=0.5)
        weights[f"d{layer}"] = jnp.zeros(_WIDTH)
    weights |= {"wo": drawn(2 * _WIDTH, _OUT), "bo": jnp.zeros(_OUT)}
    weights |= {"wm": drawn(_OUT, 1, gain=0.3), "bm": jnp.zeros(1)}
    return weights | {"wk": drawn(_OUT, len(KINDS), gain=0.3), "bk": jnp.zeros(len(KINDS))}


def _forward(p: dict[str, Any], x: Any, mask: Any, key: Any) -> tuple[Any, Any]:
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
    return (out @ p["wm"] + p["bm"])[..., 0], out @ p["wk"] + p["bk"]


def _loss(p: dict[str, Any], batch: tuple[Any, ...], key: Any) -> Any:
    x, y, kinds, weight, mask = batch
    text, kind = _forward(p, x, mask, key)
    of_text = optax.sigmoid_binary_cross_entropy(text, y) * weight
    named = optax.softmax_cross_entropy_with_integer_labels(kind, jnp.maximum(kinds, 0))
    return (of_text.sum() + 0.3 * (named * (kinds >= 0) * weight).sum()) / weight.sum()


def _batches(
    pages: Sequence[LabelledPage],
    rows: Features,
    weights: Sequence[float],
    norm: tuple[Matrix, Matrix],
    r: random.Random,
) -> Iterator[tuple[Any, ...]]:
    by_length: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for i, (_, found) in enumerate(rows):
        lines, start = len(found), 0
        if lines > _LENGTHS[-1]:
            start, lines = r.randint(0, lines - _LENGTHS[-1]), _LENGTHS[-1]
        if lines:
            by_length[next(n for n in _LENGTHS if n >= lines)].append((i, start, lines))
    groups = []
    for length, members in by_length.items():
        r.shuffle(members)
        size = max(1, _LINES_A_BATCH // length)
        groups += [(length, size, members[j : j + size]) for j in range(0, len(members), size)]
    r.shuffle(groups)
    for length, size, members in groups:
        x = np.zeros((size, length, len(FEATURE_NAMES)), np.float32)
        y, weight, mask = (np.zeros((size, length), np.float32) for _ in range(3))
        kinds = -np.ones((size, length), np.int32)
        mask[:, 0] = 1
        for row, (i, start, lines) in enumerate(members):
            kept, found = rows[i]
            found, kept = found[start : start + lines], kept[start : start + lines]
            words = np.minimum(np.expm1(found[:, 0]), 120)
            if r.random() < 0.05:
                found = found.copy()
                found[:, _LEARNED] = 0
            x[row, :lines] = np.clip((found - norm[0]) / norm[1], -4, 4)
            mask[row] = np.arange(length) < lines
            y[row, :lines] = [pages[i].labels[j] for j in kept]
            heavy = np.sqrt(words + 1)
            weight[row, :lines] = heavy / np.sqrt(heavy.sum()) * weights[i]
            named = pages[i].kinds
            if named is not None:
                kinds[row, :lines] = [KINDS.index(k) if (k := named[j]) else -1 for j in kept]
        yield x, y, kinds, weight, mask


def normalisation(rows: Features) -> tuple[Matrix, Matrix]:
    """Mean and spread of each feature."""
    whole = np.concatenate([found for _, found in rows])
    return whole.mean(0), whole.std(0) + 1e-3


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
    pages: Sequence[LabelledPage],
    rows: Features,
    weights: Sequence[float],
    norm: tuple[Matrix, Matrix],
    seed: int,
    epochs: int,
) -> dict[str, Matrix]:
    """Train one network; the same seed, data and machine give the same weights."""
    r, key = random.Random(seed), jax.random.PRNGKey(seed)  # noqa: S311
    p = _start(key)
    steps = sum(1 for _ in _batches(pages, rows, weights, norm, random.Random(0)))  # noqa: S311
    rule, step = _rule(steps * epochs)
    state = rule.init(p)
    for epoch in range(epochs):
        losses = []
        for batch in _batches(pages, rows, weights, norm, r):
            key, own = jax.random.split(key)
            p, state, loss = step(p, state, own, batch)
            losses.append(loss)
        print(f"network {seed}, epoch {epoch}: loss {float(np.mean(losses)):.4f}", flush=True)
    return {name: np.asarray(value) for name, value in p.items()}

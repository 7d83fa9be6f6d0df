"""Writes into the emotion model's card how well alerts do by it: ``python card_alerts.py alerts.json CARD``.

The figures are what ``undertone models evaluate alerts --json`` wrote. Whoever makes the model anew makes them anew.
"""

import json
import sys
from pathlib import Path

HEAD = "  alerts:\n"
END = "\nrecipe: "
ALERTS = """\
    how: >-
      Rule frustration, by `undertone models evaluate alerts --seed {seed}`: the live leg's speech detection, windows,
      smoothing and rule, on calls by telephone in which calm and angry stretches of one EmoDB actor take turns, each
      judged by a model that had not heard the actor, nor, of LibriSpeech, the reader (recipes/fold_emotion.py). The
      real calls have no part in any training. Delays are seconds of speech from the begin of a stretch to the end of
      the window that decided, over the stretches that were alerted. Other orders: the same clips by the seeds that
      follow, to show what chance does. Bounds are of 95 %, exact Poisson.
    angry: {angry}
    other_orders: {others}
    false_alerts:
{false_alerts}
    thousand_calls: {thousand}
"""


def main() -> None:
    """Replaces the block, or puts it last among the figures."""
    figures, card = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    card.write_text(with_alerts(card.read_text(), figures))


def with_alerts(card: str, figures: dict) -> str:
    """The card with these figures and no others."""
    before, recipe, after = card.partition(END)
    return before.split(HEAD)[0].rstrip("\n") + "\n" + HEAD + block(figures).rstrip("\n") + recipe + after


def block(figures: dict) -> str:
    """As YAML."""
    angry = {
        "stretches": figures["angry_stretches"],
        "alerted": figures["alerted"],
        **{name: figures[name] for name in ("detection", "delay_median_s", "delay_p90_s", "most_alerts_of_a_stretch")},
    }
    thousand = {
        "customer_minutes_in_each": figures["customer_minutes_in_a_call"],
        "false_alerts_at_most": round(figures["at_most_in_1000_calls"]),
    }
    orders = figures["other_orders"]
    others = {name: [order[name] for order in orders] for name in ("alerted", "delay_median_s", "false_alerts")}
    rows = [f"      {name}: {_inline(row)}" for name, row in figures["false_alerts"].items()]
    return ALERTS.format(
        seed=figures["seed"],
        angry=_inline(angry),
        others=_inline(others),
        false_alerts="\n".join(rows),
        thousand=_inline(thousand),
    )


def _inline(row: dict) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in row.items()) + "}"


if __name__ == "__main__":
    main()

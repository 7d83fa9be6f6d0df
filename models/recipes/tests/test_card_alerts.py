import pytest

from card_alerts import with_alerts

CARD = """\
id: undertone-emotion
quality:
  how: as measured
  calm_speech:
    the calls: {windows: 171}
recipe: python recipes/train_emotion.py
"""


@pytest.fixture
def figures():
    row = {"calls": 251, "speech_minutes": 43.4, "frustration": 0, "in_an_hour": 0.0, "in_an_hour_at_most": 4.14}
    return {
        "seed": 1,
        "angry_stretches": 4,
        "alerted": 3,
        "detection": 0.75,
        "delay_median_s": 5.5,
        "delay_p90_s": 7.0,
        "most_alerts_of_a_stretch": 1,
        "other_orders": [
            {"seed": 2, "alerted": 4, "delay_median_s": 6.5, "false_alerts": 0},
            {"seed": 3, "alerted": 3, "delay_median_s": 5.0, "false_alerts": 1},
        ],
        "false_alerts": {"read": row},
        "customer_minutes_in_a_call": 2.0,
        "at_most_in_1000_calls": 138.2,
    }


def test_the_figures_stand_last_among_those_of_the_quality(figures):
    card = with_alerts(CARD, figures)
    assert card.startswith(CARD.split("recipe:")[0] + "  alerts:\n")
    assert card.endswith("\nrecipe: python recipes/train_emotion.py\n")
    assert "    angry: {stretches: 4, alerted: 3, detection: 0.75, delay_median_s: 5.5," in card
    assert "    other_orders: {alerted: [4, 3], delay_median_s: [6.5, 5.0], false_alerts: [0, 1]}\n" in card
    assert "      read: {calls: 251, speech_minutes: 43.4, frustration: 0," in card
    assert "    thousand_calls: {customer_minutes_in_each: 2.0, false_alerts_at_most: 138}\n" in card


def test_new_figures_replace_the_old_ones(figures):
    first = with_alerts(CARD, figures)
    assert with_alerts(first, figures) == first
    assert "stretches: 4, alerted: 1" in with_alerts(first, {**figures, "alerted": 1})
    assert with_alerts(first, figures).count("alerts:\n") == 2  # the block and its false alerts

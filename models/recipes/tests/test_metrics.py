import numpy as np
import pytest

from metrics import eer, pairs, threshold


def test_the_equal_error_rate_is_where_both_errors_meet():
    same = np.array([0.9, 0.8, 0.7, 0.3])
    different = np.array([0.6, 0.2, 0.1, 0.0])
    assert eer(same, different) == 0.25
    assert eer(same + 1, different) == 0
    assert eer(different, same + 1) == 1


def test_a_threshold_lets_no_more_than_its_share_pass():
    different = np.arange(1_000) / 1_000
    assert (different >= threshold(different, 0.01)).sum() == 10
    assert (different >= threshold(different, 0.0)).sum() == 0


def test_every_pair_counts_once():
    rows = np.eye(4, dtype=np.float32)
    rows[1] = rows[0]
    same, different = pairs(rows, ["a", "a", "b", "b"])
    assert sorted(same) == [0, 1]
    assert different == pytest.approx(np.zeros(4))

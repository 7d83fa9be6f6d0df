import pytest

from transcriber.measure import error_rate, normalized, spoken


def test_words_are_compared_without_case_and_punctuation():
    assert normalized("That\u2019s user101, isn't it?") == ["thats", "user101", "isnt", "it"]


def test_subtitles_are_read_without_numbers_times_and_speakers():
    first = "1\n00:00:03,453 --> 00:00:09,166\n[CSR] Hello and\nwelcome!\n\n"
    srt = first + "2\n00:00:10,000 --> 00:00:11,000\n[Customer] Hi.\n"
    assert normalized(spoken(srt)) == ["hello", "and", "welcome", "hi"]


@pytest.mark.parametrize(
    ("heard", "expected"),
    [("a b c d", 0), ("a x c d", 0.25), ("a c d", 0.25), ("a b x c d", 0.25), ("", 1), ("x y z w v", 1.25)],
)
def test_a_wrong_a_missing_and_a_surplus_word_count_one_each(heard, expected):
    assert error_rate(["a", "b", "c", "d"], heard.split()) == expected

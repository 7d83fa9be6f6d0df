package io.undertone.udfs.words;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a transcript with times, each with the punctuation and the space around it.
 *
 * <p>Invariant: the texts one after the other are the transcript's text, but for white space; only where a server's words do not stand
 * in its text, they are its words.
 */
final class TimedWords {
    /** More that no word accounts for means that text and words are not the same. */
    private static final int LONGEST_GAP = 64;

    private final Pack pack;
    private final List<Word> timed = new ArrayList<>();

    private TimedWords(Pack pack) {
        this.pack = pack;
    }

    static List<Word> of(Transcript transcript, Pack pack) {
        var words = new TimedWords(pack);
        if (!transcript.words.isEmpty()) {
            words.align(transcript);
        } else if (!transcript.segments.isEmpty()) {
            transcript.segments.forEach(segment -> words.spread(segment.text, segment.begin, segment.end));
        } else {
            words.spread(transcript.text, 0, Double.MAX_VALUE);
        }
        return words.timed;
    }

    private void align(Transcript transcript) {
        int @Nullable [] begins = begins(transcript.text, transcript.words);
        boolean spaced = transcript.words.stream().anyMatch(word -> !word.text.equals(word.text.strip()));
        for (int i = 0; i < transcript.words.size(); i++) {
            Word word = transcript.words.get(i);
            String text = begins == null
                    ? (spaced ? word.text : word.text + " ")
                    : transcript.text.substring(begins[i], begins[i + 1]);
            timed.add(new Word(word.begin, word.end, text, word.probability));
        }
    }

    /** Where in {@code text} each word's share of it begins, and the text's end; null if they do not stand there in this order. */
    private static int @Nullable [] begins(String text, List<Word> words) {
        int[] begins = new int[words.size() + 1];
        int cursor = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text.strip();
            int at = word.isEmpty() ? -1 : find(text, word, cursor);
            if (at < 0) {
                return null;
            }
            begins[i] = i == 0 ? 0 : at;
            cursor = at + word.length();
        }
        begins[words.size()] = text.length();
        return text.length() - cursor > LONGEST_GAP ? null : begins;
    }

    /** The next place of {@code word} that is no part of a longer one, not far behind {@code from}; −1 if there is none. */
    private static int find(String text, String word, int from) {
        int limit = Math.min(text.length(), from + LONGEST_GAP + word.length());
        for (int at = from; at + word.length() <= limit; at++) {
            boolean begins = at == from
                    || !Character.isLetterOrDigit(text.charAt(at - 1))
                    || !Character.isLetterOrDigit(word.charAt(0));
            if (begins && text.startsWith(word, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Words without times of their own: each gets its share, by characters, of what of {@code [begin, end)} is speech. */
    private void spread(String text, double begin, double end) {
        List<double[]> speech = speech(begin, end);
        double seconds = speech.stream().mapToDouble(part -> part[1] - part[0]).sum();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            double wordBegin = seconds == 0 ? begin : at(speech, seconds * from / text.length());
            double wordEnd = seconds == 0 ? end : at(speech, seconds * to / text.length());
            String share = text.substring(from, to);
            timed.add(new Word(wordBegin, wordEnd, to == text.length() ? share + " " : share, null));
        }
    }

    private List<double[]> speech(double begin, double end) {
        List<double[]> parts = new ArrayList<>();
        for (PackedUtterance utterance : pack.utterances) {
            if (utterance.overlapSeconds(begin, end) > 0) {
                parts.add(new double[] {
                    Math.max(begin, utterance.packBeginSeconds()), Math.min(end, utterance.packEndSeconds())
                });
            }
        }
        return parts;
    }

    /** The time at which {@code seconds} of speech are over. */
    private static double at(List<double[]> speech, double seconds) {
        double left = seconds;
        for (double[] part : speech) {
            double length = part[1] - part[0];
            if (left <= length) {
                return part[0] + left;
            }
            left -= length;
        }
        return speech.get(speech.size() - 1)[1];
    }
}

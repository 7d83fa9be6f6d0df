package io.undertone.job.meaning.lexical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BERT's uncased tokenizer: words in lower case without accents, marks by themselves, each word cut greedily into the longest
 * pieces that the vocabulary has. Written here because the library that comes with the model is native code that unpacks itself
 * for every class loader, one for every restart of a job.
 */
final class WordPieces {
    /** What the model was trained on, its two frame tokens included. */
    static final int LONGEST = 128;

    /** As the tokenizer's own file says: a longer word is unknown as a whole. */
    private static final int LONGEST_WORD = 100;

    private static final String CONTINUES = "##";

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final long begin;
    private final long end;
    private final long unknown;

    /** @param tokenizer Hugging Face's {@code tokenizer.json} */
    WordPieces(byte[] tokenizer) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        entries.fields()
                .forEachRemaining(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        begin = special("[CLS]");
        end = special("[SEP]");
        unknown = special("[UNK]");
    }

    private long special(String name) {
        Integer id = vocabulary.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the tokenizer's vocabulary has no " + name);
        }
        return id;
    }

    /** The numbers of a text's pieces in their frame, cut where it is too long. */
    long[] of(String text) {
        List<Long> pieces = new ArrayList<>();
        pieces.add(begin);
        for (String word : words(text)) {
            pieces.addAll(piecesOf(word));
            if (pieces.size() >= LONGEST) {
                break;
            }
        }
        List<Long> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), LONGEST - 1)));
        kept.add(end);
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.NON_SPACING_MARK || isNothing(point)) {
                return;
            }
            boolean alone = isMark(point) || Character.isIdeographic(point);
            if (alone || Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                endOf(word, words);
            }
            if (alone) {
                words.add(Character.toString(point));
            } else if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
                word.appendCodePoint(point);
            }
        });
        endOf(word, words);
        return words;
    }

    private static void endOf(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Control and format characters, which are dropped; tabs and line ends part words. */
    private static boolean isNothing(int point) {
        return (Character.getType(point) == Character.CONTROL && !Character.isWhitespace(point))
                || Character.getType(point) == Character.FORMAT
                || point == 0xFFFD;
    }

    /** All of ASCII that is no letter, figure or space, and Unicode's punctuation. */
    private static boolean isMark(int point) {
        if (point < 128) {
            return point > ' ' && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private List<Long> piecesOf(String word) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return List.of(unknown);
        }
        var pieces = new ArrayList<Long>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = lookup(word, from, to);
            while (piece == null && to > from + 1) {
                piece = lookup(word, from, --to);
            }
            if (piece == null) {
                return List.of(unknown);
            }
            pieces.add(piece.longValue());
            from = to;
        }
        return pieces;
    }

    private @Nullable Integer lookup(String word, int from, int to) {
        String piece = word.substring(from, to);
        return vocabulary.get(from == 0 ? piece : CONTINUES + piece);
    }
}

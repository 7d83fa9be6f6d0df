package io.undertone.udfs.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What was said in an utterance. A POJO: it is gathered until the call is complete. */
public class UtteranceWords {
    public String legId = "";
    /** Of the utterance, on its leg. */
    public int number;

    public TextStatus status = TextStatus.NO_AUDIO;
    public String text = "";
    /** With times on the call's timeline, none outside the utterance. */
    public List<Word> words = new ArrayList<>();
    /** Segments over this utterance that were taken out, because nobody can have said them. */
    public int invented;
    /** Words may be missing: not all of it could be heard. */
    public boolean incomplete;

    public UtteranceWords() {}

    UtteranceWords(String legId, int number, TextStatus status) {
        this.legId = legId;
        this.number = number;
        this.status = status;
    }

    /** Of the words, where the transcriber says how sure it is. */
    public @Nullable Double meanProbability() {
        OptionalDouble mean = words.stream()
                .map((Word word) -> word.probability)
                .filter(Objects::nonNull)
                .mapToDouble(Objects::requireNonNull)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }

    /** An utterance that was longer than a pack, of its parts: this one, and {@code next} behind it. */
    public UtteranceWords join(UtteranceWords next) {
        if (number != next.number || !legId.equals(next.legId)) {
            throw new IllegalArgumentException("need parts of one utterance, got %s#%d and %s#%d"
                    .formatted(legId, number, next.legId, next.number));
        }
        var whole = new UtteranceWords(legId, number, mostTelling(status, next.status));
        whole.text = (text + " " + next.text).strip();
        whole.words.addAll(words);
        whole.words.addAll(next.words);
        whole.invented = invented + next.invented;
        whole.incomplete = incomplete || next.incomplete || !isKnown(status) || !isKnown(next.status);
        return whole;
    }

    private static TextStatus mostTelling(TextStatus a, TextStatus b) {
        if (a == TextStatus.TRANSCRIBED || b == TextStatus.TRANSCRIBED) {
            return TextStatus.TRANSCRIBED;
        }
        for (TextStatus worst : List.of(TextStatus.FAILED, TextStatus.NO_AUDIO, TextStatus.INVENTED)) {
            if (a == worst || b == worst) {
                return worst;
            }
        }
        return TextStatus.EMPTY;
    }

    private static boolean isKnown(TextStatus status) {
        return status != TextStatus.FAILED && status != TextStatus.NO_AUDIO;
    }
}

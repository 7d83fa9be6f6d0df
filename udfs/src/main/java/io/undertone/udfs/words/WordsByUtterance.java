package io.undertone.udfs.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives what was heard in a pack back to its utterances.
 *
 * <p>Invariant: every word goes to one utterance, the one that most of it lies in, or the nearest; none is lost and none is there twice.
 */
public final class WordsByUtterance {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Pack pack;
    private final List<UtteranceWords> shared = new ArrayList<>();
    private final List<StringBuilder> texts = new ArrayList<>();

    private WordsByUtterance(Pack pack, Collection<Integer> incomplete) {
        this.pack = pack;
        for (PackedUtterance utterance : pack.utterances) {
            var words = new UtteranceWords(pack.legId, utterance.number, TextStatus.EMPTY);
            words.incomplete = incomplete.contains(utterance.number);
            shared.add(words);
            texts.add(new StringBuilder());
        }
    }

    /**
     * What was said in each utterance of {@code pack}, in their order.
     *
     * @param incomplete numbers of the utterances of which not all could be heard
     */
    public static List<UtteranceWords> of(Pack pack, SiftedTranscript transcript, Collection<Integer> incomplete) {
        var words = new WordsByUtterance(pack, incomplete);
        if (!pack.utterances.isEmpty()) {
            TimedWords.of(transcript.heard(), pack).forEach(words::add);
            transcript.invented().forEach(words::note);
        }
        return words.finish();
    }

    /** The utterances of a pack about which there is no answer. */
    public static List<UtteranceWords> without(Pack pack, TextStatus reason) {
        return pack.utterances.stream()
                .map(utterance -> {
                    var words = new UtteranceWords(pack.legId, utterance.number, reason);
                    words.incomplete = true;
                    return words;
                })
                .toList();
    }

    private void add(Word word) {
        int place = place(word.begin, word.end);
        PackedUtterance utterance = pack.utterances.get(place);
        texts.get(place).append(word.text);
        String text = word.text.strip();
        if (!text.isEmpty()) {
            double begin = utterance.callSeconds(word.begin);
            double end = utterance.callSeconds(word.end);
            shared.get(place).words.add(new Word(begin, end, text, word.probability));
        }
    }

    /** A segment that was taken out is told of every utterance that it lay over. */
    private void note(Segment invented) {
        int nearest = place(invented.begin, invented.end);
        for (int i = 0; i < shared.size(); i++) {
            if (i == nearest || pack.utterances.get(i).overlapSeconds(invented.begin, invented.end) > 0) {
                shared.get(i).invented++;
            }
        }
    }

    private int place(double begin, double end) {
        int most = 0;
        double overlap = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shared.size(); i++) {
            double here = pack.utterances.get(i).overlapSeconds(begin, end);
            if (here > overlap) {
                most = i;
                overlap = here;
            }
        }
        return most;
    }

    private List<UtteranceWords> finish() {
        for (int i = 0; i < shared.size(); i++) {
            UtteranceWords words = shared.get(i);
            words.text = SPACES.matcher(texts.get(i)).replaceAll(" ").strip();
            if (!words.text.isEmpty()) {
                words.status = TextStatus.TRANSCRIBED;
            } else if (words.invented > 0) {
                words.status = TextStatus.INVENTED;
            }
        }
        return shared;
    }
}

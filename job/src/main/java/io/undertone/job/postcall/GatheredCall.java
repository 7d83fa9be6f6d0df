package io.undertone.job.postcall;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with its utterances and the emotion windows that may be kept.
 *
 * @param origin of its header
 * @param complete false when utterances were missing after all patience
 * @param revision 0, or higher where it was kept and is analysed once more
 */
public record GatheredCall(
        EndedCallFacts ended,
        @Nullable RecordOrigin origin,
        List<UtteranceFacts> utterances,
        List<WindowFacts> windows,
        boolean complete,
        int revision) {
    /** Whether there is audio that could be asked about again. Whoever refused to be recorded left none. */
    boolean isWorthKeeping() {
        return revision == 0
                && !Boolean.FALSE.equals(ended.facts.recordingConsent())
                && utterances.stream()
                        .anyMatch(utterance -> utterance.pieces.stream().anyMatch(piece -> piece.stored));
    }

    /** What a later analysis begins with. */
    KeptCall toKeep() {
        var kept = new KeptCall();
        kept.ended = ended;
        kept.origin = origin;
        kept.utterances = utterances;
        kept.windows = windows;
        kept.complete = complete;
        return kept;
    }
}

package io.undertone.job.postcall;

import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;

/**
 * What is left of a gathered call: without utterances of which a secure pause that was announced late left nothing, and, where
 * recording is refused, without its audio, which was erased when that was said.
 */
final class Remaining {
    private Remaining() {}

    static GatheredCall of(GatheredCall gathered) {
        List<UtteranceFacts> left = gathered.utterances().stream()
                .filter(utterance -> !utterance.isEmpty())
                .toList();
        for (LegSummary leg : gathered.ended().legs) {
            long emptied = gathered.utterances().stream()
                    .filter(utterance -> utterance.isEmpty() && utterance.legId.equals(leg.legId))
                    .count();
            leg.utterances -= (int) emptied;
        }
        if (Boolean.FALSE.equals(gathered.ended().facts.recordingConsent())) {
            left.forEach(utterance -> utterance.pieces.clear());
        }
        return new GatheredCall(
                gathered.ended(),
                gathered.origin(),
                left,
                gathered.windows(),
                gathered.complete(),
                gathered.revision());
    }
}

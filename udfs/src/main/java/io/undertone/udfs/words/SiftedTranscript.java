package io.undertone.udfs.words;

import java.util.List;

/**
 * A transcript without what was invented.
 *
 * @param invented what was taken out
 */
public record SiftedTranscript(Transcript heard, List<Segment> invented) {
    public SiftedTranscript {
        invented = List.copyOf(invented);
    }
}

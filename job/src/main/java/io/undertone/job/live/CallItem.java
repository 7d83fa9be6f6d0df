package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.speech.SpeechFrames;
import org.jspecify.annotations.Nullable;

/**
 * What flows along the live chain, in a call's own order: facts when they change, media as chunks, then as frames with what was
 * heard and measured in them, and at last the end. Exactly one of the nullable parts is there.
 *
 * @param facts a copy that nobody changes
 * @param energies K-weighted energy of each frame, empty before loudness is measured
 */
public record CallItem(
        CallId id,
        @Nullable CallFacts facts,
        @Nullable LegChunk chunk,
        @Nullable SpeechFrames frames,
        double[] energies,
        @Nullable EndedCallFacts ended)
        implements Keyed {
    private static final double[] NONE = {};

    static CallItem facts(CallId id, CallFacts facts) {
        return new CallItem(id, facts, null, null, NONE, null);
    }

    static CallItem chunk(CallId id, LegChunk chunk) {
        return new CallItem(id, null, chunk, null, NONE, null);
    }

    static CallItem frames(CallId id, SpeechFrames frames, double[] energies) {
        return new CallItem(id, null, null, frames, energies, null);
    }

    static CallItem frames(CallId id, SpeechFrames frames) {
        return frames(id, frames, NONE);
    }

    static CallItem ended(CallId id, EndedCallFacts ended) {
        return new CallItem(id, null, null, null, NONE, ended);
    }

    @Override
    public String key() {
        return id.key();
    }
}

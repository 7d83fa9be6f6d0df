package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.voices.VoiceWindow;
import org.jspecify.annotations.Nullable;

/**
 * What flows along the live chain, in a call's own order: facts when they change, the word that media is taken back, media as chunks, then as frames with what was
 * heard and measured in them, each second of a leg, each window of a voice and each block of speech behind the frames that completed it, and at last the end. Exactly one of the nullable parts is there; none in the word that the call is put aside.
 *
 * @param origin of the record that brought it about; null when a deadline did
 * @param facts a copy that nobody changes
 * @param energies K-weighted energy of each frame, empty before loudness is measured
 */
public record CallItem(
        CallId id,
        @Nullable RecordOrigin origin,
        @Nullable CallFacts facts,
        @Nullable LegChunk chunk,
        @Nullable SpeechFrames frames,
        double[] energies,
        @Nullable Insight insight,
        @Nullable CutWindow window,
        @Nullable SpeechBlock speech,
        @Nullable Recall recall,
        @Nullable EndedCallFacts ended)
        implements Keyed {
    /** Speech to be embedded, and its audio. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    public record CutWindow(VoiceWindow window, byte[] muLaw) {}

    private static final double[] NONE = {};

    static CallItem facts(CallId id, @Nullable RecordOrigin origin, CallFacts facts) {
        return new CallItem(id, origin, facts, null, null, NONE, null, null, null, null, null);
    }

    static CallItem chunk(CallId id, @Nullable RecordOrigin origin, LegChunk chunk) {
        return new CallItem(id, origin, null, chunk, null, NONE, null, null, null, null, null);
    }

    static CallItem frames(CallId id, @Nullable RecordOrigin origin, SpeechFrames frames, double[] energies) {
        return new CallItem(id, origin, null, null, frames, energies, null, null, null, null, null);
    }

    static CallItem frames(CallId id, @Nullable RecordOrigin origin, SpeechFrames frames) {
        return frames(id, origin, frames, NONE);
    }

    static CallItem insight(@Nullable RecordOrigin origin, Insight insight) {
        return new CallItem(insight.id, origin, null, null, null, NONE, insight, null, null, null, null);
    }

    static CallItem window(CallId id, @Nullable RecordOrigin origin, VoiceWindow window, byte[] muLaw) {
        return new CallItem(id, origin, null, null, null, NONE, null, new CutWindow(window, muLaw), null, null, null);
    }

    static CallItem speech(CallId id, @Nullable RecordOrigin origin, SpeechBlock speech) {
        return new CallItem(id, origin, null, null, null, NONE, null, null, speech, null, null);
    }

    static CallItem recall(CallId id, @Nullable RecordOrigin origin, Recall recall) {
        return new CallItem(id, origin, null, null, null, NONE, null, null, null, recall, null);
    }

    static CallItem ended(CallId id, @Nullable RecordOrigin origin, EndedCallFacts ended) {
        return new CallItem(id, origin, null, null, null, NONE, null, null, null, null, ended);
    }

    /** The word that the call is put aside: nothing of it goes on. */
    static CallItem aside(CallId id, @Nullable RecordOrigin origin) {
        return new CallItem(id, origin, null, null, null, NONE, null, null, null, null, null);
    }

    @Override
    public String key() {
        return id.key();
    }
}

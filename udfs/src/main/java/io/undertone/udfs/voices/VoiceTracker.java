package io.undertone.udfs.voices;

import io.undertone.udfs.speech.VadFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a leg's voices apart by the embeddings of its windows, in order of their numbers. What it remembers is the leg's
 * {@link LegVoices}; silence, holds and lost media bring no windows and so change nothing.
 */
public final class VoiceTracker {
    private final VoiceSettings settings;

    public VoiceTracker(VoiceSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes in a window of a leg on which several people speak; answers with the changes of voice that it confirms.
     *
     * @param embedding null where the model had no answer: a window without a vote
     */
    public List<VoiceChange> hearMixed(LegVoices leg, VoiceWindow window, float @Nullable [] embedding) {
        return Turns.hear(leg, heard(leg, window, embedding));
    }

    /** Takes in a window of a leg of one participant, who may hand over to another. */
    public List<VoiceChange> hearSeparate(LegVoices leg, VoiceWindow window, float @Nullable [] embedding) {
        return Handovers.hear(leg, heard(leg, window, embedding), window.from, settings);
    }

    /** The leg is over: what is left to be decided is decided by what there is. */
    public List<VoiceChange> finish(LegVoices leg) {
        List<VoiceChange> last = Turns.finish(leg);
        leg.recent.clear();
        return last;
    }

    private static HeardWindow heard(LegVoices leg, VoiceWindow window, float @Nullable [] embedding) {
        var heard = new HeardWindow();
        heard.embedding = Embeddings.direction(embedding);
        heard.teaches = window.teaches && heard.votes();
        heard.centre = window.centre;
        heard.speechFrames = window.speechFrames;
        heard.frames = window.speechSamples / VadFrame.SAMPLES;
        heard.fresh = window.fresh;
        if (leg.first.length == 0) {
            leg.first = heard.embedding;
        }
        return heard;
    }
}

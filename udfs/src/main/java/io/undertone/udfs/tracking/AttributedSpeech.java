package io.undertone.udfs.tracking;

import io.undertone.udfs.moods.SpeechBlock;
import java.util.function.Consumer;

/**
 * Gives speech to whoever said it: on a leg of its own at once, on a shared one as soon as nothing that is still to come can give it
 * to somebody else. That is two to three seconds of speech later.
 */
final class AttributedSpeech {
    /** A change of voice is dated at most so many frames before the cell that decided it. */
    private static final int DATED_BACK = 32;

    /** 4 s of speech: longer it waits nowhere. */
    private static final int MOST_WAITING = 125;

    private AttributedSpeech() {}

    static void hear(TrackedCall call, SpeechBlock block, SpeakerNow speaking, Consumer<SpeechBlock> out) {
        TrackedLeg leg = call.leg(block.legId);
        if (!leg.shared || !call.biometrics) {
            out.accept(saidBy(speaking, block));
            return;
        }
        leg.waiting.legId = block.legId;
        leg.waiting.add(block);
        int surplus = leg.waiting.frames - MOST_WAITING;
        if (surplus > 0) {
            leg.waiting = leg.waiting.part(surplus, leg.waiting.frames);
        }
    }

    /** Lets go what is decided by now, in order. */
    static void release(TrackedCall call, String legId, Consumer<SpeechBlock> out) {
        SpeechBlock waiting = call.leg(legId).waiting;
        long decidedTo = call.leg(legId).voices.decidedTo();
        int decided = 0;
        while (decided < waiting.frames && waiting.positions[decided] < decidedTo) {
            decided++;
        }
        release(call, legId, Math.max(0, decided - DATED_BACK), out);
    }

    /** Nothing is to come any more: lets go everything. */
    static void finish(TrackedCall call, String legId, Consumer<SpeechBlock> out) {
        release(call, legId, call.leg(legId).waiting.frames, out);
    }

    private static void release(TrackedCall call, String legId, int frames, Consumer<SpeechBlock> out) {
        TrackedLeg leg = call.leg(legId);
        int from = 0;
        for (int frame = 1; frame <= frames; frame++) {
            Turn turn = TurnedUtterances.at(leg.spoken, leg.waiting.positions[from]);
            boolean same = frame < frames
                    && TurnedUtterances.at(leg.spoken, leg.waiting.positions[frame])
                            .soundsLike(turn);
            if (!same) {
                SpeakerNow speaker = Speakers.of(call, legId, turn.voice, turn.overlap);
                out.accept(saidBy(speaker, leg.waiting.part(from, frame)));
                from = frame;
            }
        }
        if (frames > 0) {
            leg.waiting = leg.waiting.part(frames, leg.waiting.frames);
        }
    }

    private static SpeechBlock saidBy(SpeakerNow speaker, SpeechBlock block) {
        block.speaker = speaker.label();
        block.role = speaker.role();
        block.roleSource = speaker.source();
        block.voice = speaker.voice();
        block.speakerId = speaker.speakerId();
        block.speakerScore = speaker.score();
        return block;
    }
}

package io.undertone.udfs.enrolment;

import java.io.Serializable;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a speaker is known by, and which calls are told.
 *
 * <p>Voiceprints that this leg has published come back to it by their topic, and so do tombstones, which others write. What
 * came back before a tombstone is forgotten by it, whatever the clocks say: both are of one partition. The topic's order
 * against that of enrolments is nobody's promise, so there times decide: what was recorded before a tombstone stays
 * forgotten, however late it comes. A voiceprint that knows no more than the one held changes nothing.
 *
 * <p>Without state of its own: it travels with the job.
 */
public final class VoiceLedger implements Serializable {
    private static final long serialVersionUID = 1;

    /** Calls of one speaker that are remembered; the newest ones. An agent is in one or two at a time. */
    static final int MOST_CALLS = 64;

    private final VoiceMemory memory;

    public VoiceLedger(VoiceMemory memory) {
        this.memory = memory;
    }

    /** A recording was embedded, or could not be. One that is in the voiceprint already is reported again, and that is all. */
    public void enrol(VoiceState state, Enrolment enrolment, long nowMillis, VoiceListener out) {
        Voiceprint held = state.voiceprint;
        // A clock ahead of ours may not put a recording behind the tombstones to come.
        long atMillis = Math.min(enrolment.atMillis, nowMillis);
        if (atMillis <= state.forgottenMillis) {
            out.result(EnrolmentOutcome.outlived(enrolment));
        } else if (held != null && held.enrollmentIds.contains(enrolment.enrollmentId)) {
            out.result(EnrolmentOutcome.enrolled(enrolment, held));
        } else if (!Voiceprints.isDirection(enrolment.embedding)) {
            int enrollments = held == null ? 0 : held.enrollments;
            out.result(EnrolmentOutcome.refused(enrolment, EnrolmentRefusal.notEmbedded(enrolment), enrollments));
        } else {
            Voiceprint voiceprint = Voiceprints.with(held, enrolment, atMillis);
            state.voiceprint = voiceprint;
            out.voiceprint(voiceprint, voiceprint.updatedMillis);
            out.result(EnrolmentOutcome.enrolled(enrolment, voiceprint));
            tell(state, VoiceStatus.FOUND, voiceprint, out);
        }
    }

    /** A call asks. It is answered at once, and remembered unless it must be over already. */
    public void ask(VoiceState state, AskingCall call, long nowMillis, VoiceListener out) {
        Voiceprint held = state.voiceprint;
        out.answer(call, held == null ? VoiceStatus.NOT_ENROLLED : VoiceStatus.FOUND, held);
        state.calls.removeIf(call::isSame);
        // A clock ahead of ours may not make us remember for longer.
        var asking = new AskingCall(call.id, Math.min(call.askedMillis, nowMillis));
        if (overMillis(asking) > nowMillis) {
            state.calls.add(asking);
        }
        if (state.calls.size() > MOST_CALLS) {
            state.calls.remove(0);
        }
    }

    /** A voiceprint stands in the topic: ours come back, or, without state, all there is to know. */
    public void published(VoiceState state, Voiceprint found, VoiceListener out) {
        Voiceprint held = state.voiceprint;
        if (found.sinceMillis <= state.forgottenMillis) {
            out.voiceprint(held, held == null ? state.forgottenMillis : held.updatedMillis);
            return;
        }
        state.returnedMillis = Math.max(state.returnedMillis, returnedMillis(found, held));
        if (held == null) {
            state.voiceprint = found;
            tell(state, VoiceStatus.FOUND, found, out);
        } else if (Voiceprints.isNewer(found, held)) {
            boolean apart = Voiceprints.areApart(found, held);
            Voiceprint voiceprint = apart ? Voiceprints.mean(found, held) : found;
            state.voiceprint = voiceprint;
            if (apart) {
                out.voiceprint(voiceprint, voiceprint.updatedMillis);
            }
            tell(state, VoiceStatus.FOUND, voiceprint, out);
        }
    }

    /** A tombstone stands in the topic. What was enrolled after it stays. */
    public void forget(VoiceState state, long tombstoneMillis, long nowMillis, VoiceListener out) {
        Voiceprint held = state.voiceprint;
        // A clock ahead of ours may not keep the speaker from being enrolled again.
        long atMillis = Math.min(tombstoneMillis, nowMillis);
        if (held != null && isRepeat(state, atMillis)) {
            // What was enrolled since would be compacted away with it.
            out.voiceprint(held, held.updatedMillis);
            return;
        }
        long untilMillis = Math.max(atMillis, state.returnedMillis);
        remember(state, Math.min(untilMillis, nowMillis), nowMillis);
        if (held == null || held.sinceMillis > untilMillis) {
            return;
        }
        state.voiceprint = null;
        state.returnedMillis = 0;
        out.result(EnrolmentOutcome.forgotten(held, atMillis));
        tell(state, VoiceStatus.FORGOTTEN, null, out);
    }

    /** Drops what is remembered for no longer. */
    public void expire(VoiceState state, long nowMillis) {
        state.calls.removeIf(call -> overMillis(call) <= nowMillis);
        if (state.forgottenMillis + memory.tombstoneMillis() <= nowMillis) {
            state.forgottenMillis = 0;
        }
    }

    /** When there is something to {@link #expire}; 0 for never. */
    public long dueMillis(VoiceState state) {
        long due = state.forgottenMillis == 0 ? Long.MAX_VALUE : state.forgottenMillis + memory.tombstoneMillis();
        for (AskingCall call : state.calls) {
            due = Math.min(due, overMillis(call));
        }
        return due == Long.MAX_VALUE ? 0 : due;
    }

    /** Whether nothing is left to be remembered. */
    public static boolean isEmpty(VoiceState state) {
        return state.voiceprint == null && state.calls.isEmpty() && state.forgottenMillis == 0;
    }

    /** Until when the topic holds of what is known. Who shares a recording with what came back has come back too. */
    private static long returnedMillis(Voiceprint found, @Nullable Voiceprint held) {
        return held == null || Collections.disjoint(found.enrollmentIds, held.enrollmentIds)
                ? found.updatedMillis
                : Math.max(found.updatedMillis, held.sinceMillis);
    }

    /** Whether the leg itself wrote the tombstone anew, which has the time of the first: it means no more than that one. */
    private static boolean isRepeat(VoiceState state, long atMillis) {
        return state.forgottenMillis != 0 && atMillis == state.forgottenMillis;
    }

    private void remember(VoiceState state, long forgottenMillis, long nowMillis) {
        if (forgottenMillis + memory.tombstoneMillis() > nowMillis) {
            state.forgottenMillis = Math.max(state.forgottenMillis, forgottenMillis);
        }
    }

    private long overMillis(AskingCall call) {
        return call.askedMillis + memory.callMillis();
    }

    private static void tell(VoiceState state, VoiceStatus status, @Nullable Voiceprint voiceprint, VoiceListener out) {
        state.calls.forEach(call -> out.answer(call, status, voiceprint));
    }
}

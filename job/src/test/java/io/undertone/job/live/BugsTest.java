package io.undertone.job.live;

import static io.undertone.job.live.KnownCall.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.speech.UtteranceSettings;
import io.undertone.udfs.speech.VadGate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** An exception that leaves a step says which call to put aside: step, call and record. */
final class BugsTest {
    private final CallId id = KnownCall.id("c-1", 0);

    @Test
    @SuppressWarnings("NullAway") // The bug.
    void sequencing_names_the_record_that_it_was_reading() throws Exception {
        var call = new GatewayCall("c-1");
        try (var calls = Sequencing.open(2)) {
            calls.take(call.started());
            MediaRecord frame = call.frame(CUSTOMER, 0);
            GatewayCall.frameOf(frame).kind = null;
            assertNamed(() -> calls.take(frame), "sequence-audio", "offset 1");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // The bug.
    void sequencing_names_the_call_whose_deadline_passed() throws Exception {
        var call = new GatewayCall("c-1");
        try (var calls = Sequencing.open(2)) {
            MediaRecord started = call.started();
            calls.take(started);
            calls.take(call.frame(CUSTOMER, 1));
            MediaRecord next = call.frame(CUSTOMER, 2);
            calls.take(next);
            GatewayCall.frameOf(next).encoding = null;
            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() -> calls.pass(Sequencing.NO_MEDIA))
                    .withMessage("sequence-audio failed on call acme|c-1 when a deadline passed");
        }
    }

    @Test
    void measuring_names_the_record_behind_the_frames() throws Exception {
        try (var calls = CallHarness.ofFunction(LoudnessMeasurer::new, 2)) {
            VadGate.Edge[] edges = {VadGate.Edge.NONE};
            var unsaid = new SpeechFrames(
                    CUSTOMER, 0, new short[256], new float[1], edges, new byte[1], new short[0], false);
            assertNamed(
                    () -> calls.take(CallItem.frames(id, KnownCall.ORIGIN, unsaid)), "measure-loudness", "offset 17");
        }
    }

    @Test
    void assembling_names_the_record_behind_the_frames() throws Exception {
        try (var calls = CallHarness.ofFunction(this::assembler, 2)) {
            CallItem unmeasured = new HeardLeg(id, CUSTOMER).speech(1);
            assertNamed(() -> calls.take(unmeasured), "assemble-utterances", "offset 17");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // The bug.
    void completing_names_the_record_behind_the_utterance() throws Exception {
        var utterance = new UtteranceFacts();
        utterance.pieces = null;
        try (var calls = CallHarness.ofFunction(UtteranceCompleter::new, 2)) {
            CallProduct product = CallProduct.utterance(id, KnownCall.ORIGIN, utterance);
            assertNamed(() -> calls.take(product), "complete-utterances", "offset 17");
        }
    }

    private UtteranceAssembler assembler() {
        return new UtteranceAssembler(
                SpeechSettings.defaults(), UtteranceSettings.defaults(), "file:///audio", (tenant, given) -> true);
    }

    private static void assertNamed(ThrowingCallable failing, String step, String offset) {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(failing)
                .withMessage("%s failed on call acme|c-1 at call-media, partition 3, %s".formatted(step, offset));
    }
}

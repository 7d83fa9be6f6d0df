package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.postcall.CallPart;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.CloseReason;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the live leg handed over. A part that cannot be must not stop the leg for all calls. */
final class PartReaderTest {
    private static final CallId ID = new CallId("acme", "c-1", 1_767_607_200_123_456L, 1);

    @Test
    void an_utterance_knows_its_call_and_part() throws Exception {
        CallPart part = read(CallContract.write(ID, utterance()));
        assertThat(part.unusable).isNull();
        assertThat(part.id).usingRecursiveComparison().isEqualTo(ID);
        assertThat(Objects.requireNonNull(part.utterance).number).isEqualTo(1);
        assertThat(part.origin.offset).isEqualTo(99);
    }

    @ParameterizedTest
    @EnumSource
    void an_ended_call_is_read_whatever_ended_it(CloseReason reason) throws Exception {
        EndedCallFacts ended = ended();
        ended.reason = reason;
        CallPart part = read(EndedCallContract.write(ended, Map.of()));
        assertThat(part.unusable).isNull();
        assertThat(part.id).usingRecursiveComparison().isEqualTo(ID);
        assertThat(Objects.requireNonNull(part.ended).reason).isEqualTo(reason);
    }

    @Test
    void nothing_and_records_of_other_topics_are_unusable() throws Exception {
        assertUnusable(Records.read(new PartReader(Step.READ_UTTERANCES), null), "EMPTY");
        CallPart frame = read(Records.frame().build());
        assertUnusable(frame, "WRONG_RECORD");
        assertThat(frame.detail).isEqualTo("found a AudioFrame, expected UtteranceEvent or EndedCall");
    }

    @Test
    void a_reason_of_a_newer_version_is_an_end_like_any_other() throws Exception {
        var event = EndedCallContract.write(ended(), Map.of());
        event.setEndReason("TELEPORTED");
        assertThat(Objects.requireNonNull(read(event).ended).reason).isEqualTo(CloseReason.ENDED);
    }

    static Stream<Consumer<UtteranceFacts>> impossibleUtterances() {
        return Stream.of(
                utterance -> utterance.number = 0,
                utterance -> utterance.legId = "",
                utterance -> utterance.begin = -1,
                utterance -> utterance.end = utterance.begin - 1,
                utterance -> utterance.end = utterance.begin,
                utterance -> utterance.end = CallTimes.LAST_SAMPLE + 1,
                utterance -> utterance.version = -1,
                utterance -> utterance.version = Plausible.LAST_VERSION + 1,
                utterance -> utterance.voice = -1,
                utterance -> utterance.speakerId = "a|b",
                utterance -> utterance.speakerScore = Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("impossibleUtterances")
    void an_utterance_that_cannot_be_is_unusable(Consumer<UtteranceFacts> change) throws Exception {
        UtteranceFacts utterance = utterance();
        change.accept(utterance);
        assertUnusable(read(CallContract.write(ID, utterance)), "IMPLAUSIBLE_PART");
    }

    static Stream<Consumer<EndedCallFacts>> impossibleCalls() {
        return Stream.of(
                ended -> ended.durationSamples = -1,
                ended -> ended.durationSamples = CallTimes.LAST_SAMPLE + 1,
                ended -> ended.id.callId = "a/b",
                ended -> ended.id.tenantId = "",
                ended -> ended.id.startMicros = -1,
                ended -> ended.holds.add(new Interval(2, 1)),
                ended -> ended.redactions.add(new Interval(-1, 1)),
                ended -> ended.redactions.add(new Interval(1, CallTimes.LAST_SAMPLE + 1)),
                ended -> ended.id.startMicros = 4_102_444_800_000_001L,
                ended -> ended.id.part = -1,
                ended -> ended.roleMismatch = "so\u0000much",
                ended -> ended.roleMismatch = "x".repeat(2_001));
    }

    static Stream<Consumer<LegSummary>> impossibleLegs() {
        return Stream.of(
                leg -> leg.utterances = -1,
                leg -> leg.utterances = Plausible.MOST_UTTERANCES + 1,
                leg -> leg.utteranceRecords = Plausible.MOST_UTTERANCES + 1,
                leg -> leg.voices.add(voice(0, 0)),
                leg -> leg.voices.add(voice(1, 1)),
                leg -> leg.voices.add(voice(3, 4)),
                leg -> leg.voices.addAll(List.of(voice(3, 4), voice(4, 3))),
                leg -> leg.voices.get(1).windows = -1,
                leg -> leg.voices.get(1).speakerId = "",
                leg -> leg.voices.get(1).score = Double.POSITIVE_INFINITY,
                leg -> IntStream.rangeClosed(3, Plausible.MOST_VOICES + 1)
                        .forEach(number -> leg.voices.add(voice(number, 1))),
                leg -> verification(leg).speakerId = "a/b",
                leg -> verification(leg).score = Double.NaN,
                leg -> leg.sameSignalAs = leg.legId,
                leg -> leg.sameSignalAs = "nobody");
    }

    @ParameterizedTest
    @MethodSource("impossibleLegs")
    void a_leg_that_cannot_be_makes_its_call_unusable(Consumer<LegSummary> change) throws Exception {
        EndedCallFacts ended = spoken();
        assertThat(read(EndedCallContract.write(ended, Map.of())).unusable).isNull();
        change.accept(ended.legs.get(0));
        assertUnusable(read(EndedCallContract.write(ended, Map.of())), "IMPLAUSIBLE_PART");
    }

    @Test
    void a_leg_that_announces_fewer_records_than_utterances_makes_its_call_unusable() throws Exception {
        var event = EndedCallContract.write(spoken(), Map.of());
        event.getLegs().get(0).setUtteranceRecords(1);
        assertUnusable(read(event), "IMPLAUSIBLE_PART");
    }

    @ParameterizedTest
    @MethodSource("impossibleCalls")
    void a_call_that_cannot_be_is_unusable(Consumer<EndedCallFacts> change) throws Exception {
        EndedCallFacts ended = ended();
        change.accept(ended);
        assertUnusable(read(EndedCallContract.write(ended, Map.of())), "IMPLAUSIBLE_PART");
    }

    @Test
    void the_longest_call_that_can_be_is_taken() throws Exception {
        EndedCallFacts ended = ended();
        ended.id.startMicros = 4_102_444_800_000_000L;
        ended.durationSamples = CallTimes.LAST_SAMPLE;
        ended.holds.add(new Interval(0, CallTimes.LAST_SAMPLE));
        UtteranceFacts utterance = utterance();
        utterance.begin = CallTimes.LAST_SAMPLE - 1;
        utterance.end = CallTimes.LAST_SAMPLE;
        assertThat(read(EndedCallContract.write(ended, Map.of())).unusable).isNull();
        assertThat(read(CallContract.write(ended.id, utterance)).unusable).isNull();
    }

    @Test
    void a_bug_of_the_reader_names_call_and_record() {
        var unopened = new PartReader(Step.READ_ENDED_CALLS);
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> Records.readUnopened(
                        unopened, AvroCodec.encode(Records.frame().build())))
                .withMessage("read-ended-calls failed on call acme|c-1 at call-media, partition 3, offset 99");
    }

    private static CallPart read(@Nullable SpecificRecord value) throws Exception {
        return Records.read(new PartReader(Step.READ_UTTERANCES), value == null ? null : AvroCodec.encode(value));
    }

    private static void assertUnusable(CallPart part, String reason) {
        assertThat(part.unusable).isEqualTo(reason);
        assertThat(part.detail).isNotEmpty();
    }

    private static UtteranceFacts utterance() {
        var utterance = new UtteranceFacts();
        utterance.legId = "agent";
        utterance.number = 1;
        utterance.begin = 800;
        utterance.end = 1_600;
        return utterance;
    }

    /** Two voices, of which the second turned out to be the first. */
    private static EndedCallFacts spoken() {
        EndedCallFacts ended = ended();
        LegSummary leg = ended.legs.get(0);
        leg.utterances = 2;
        leg.utteranceRecords = 3;
        leg.voices.addAll(List.of(voice(1, 1), voice(2, 1)));
        return ended;
    }

    private static VoiceFacts voice(int number, int sameAs) {
        var voice = new VoiceFacts();
        voice.number = number;
        voice.sameAs = sameAs;
        return voice;
    }

    private static VerificationFacts verification(LegSummary leg) {
        var verification = new VerificationFacts();
        verification.speakerId = "anna";
        leg.verification = verification;
        return verification;
    }

    private static EndedCallFacts ended() {
        var ended = new EndedCallFacts();
        ended.id = new CallId(ID.tenantId, ID.callId, ID.startMicros, ID.part);
        ended.durationSamples = 8_000;
        var leg = new LegSummary();
        leg.legId = "agent";
        ended.legs.add(leg);
        return ended;
    }
}

package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.runtime.Filled;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.job.voices.KeptVoice;
import io.undertone.job.voices.VoiceRecord;
import io.undertone.schema.Codec;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.audio.Encoding;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the voices leg's topics. A record that cannot be must not stop the leg for all speakers. */
final class VoiceRecordReaderTest {
    private static final String KEY = "acme|v-1";

    @Test
    void an_enrolment_is_read_as_it_was_offered() throws Exception {
        VoiceRecord record = read(Step.READ_ENROLLMENTS, enrollment().build());

        assertThat(record.unusable).isNull();
        assertThat(record.key()).isEqualTo(KEY);
        assertThat(record.origin.offset).isEqualTo(99);
        var offer = Objects.requireNonNull(record.offer);
        assertThat(offer.enrollmentId).isEqualTo("e-1");
        assertThat(offer.name).isEqualTo("A\uFFFDnn");
        assertThat(offer.consent).isTrue();
        assertThat(offer.encoding).isEqualTo(Encoding.PCMU);
        assertThat(offer.sampleRateHz).isEqualTo(8_000);
        assertThat(offer.audio).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void a_codec_that_is_not_decoded_is_offered_all_the_same_for_a_refusal_with_its_name(Codec codec) throws Exception {
        VoiceRecord record =
                read(Step.READ_ENROLLMENTS, enrollment().setCodec(codec).build());

        assertThat(Objects.requireNonNull(record.offer).codec).isEqualTo(codec.name());
    }

    @Test
    void a_request_names_its_call_and_when_it_asked() throws Exception {
        VoiceRecord record = read(Step.READ_VOICEPRINT_REQUESTS, request().build());

        assertThat(record.key()).isEqualTo(KEY);
        var asking = Objects.requireNonNull(record.asking);
        assertThat(asking.id.key()).isEqualTo("acme|c-1");
        assertThat(asking.id.partKey()).isEqualTo(MediaContract.micros(Records.AT) + "|2");
        assertThat(asking.askedMillis).isEqualTo(record.origin.recordMillis);
    }

    @Test
    void a_voiceprint_comes_back_as_it_was_written() throws Exception {
        KeptVoice kept = kept();
        SpecificRecord written = Objects.requireNonNull(new VoiceForms.OfVoiceprint().value(kept));
        VoiceRecord record = Records.read(reader(Step.READ_VOICEPRINTS), kept.key(), AvroCodec.encode(written));

        assertThat(record.unusable).isNull();
        assertThat(record.key()).isEqualTo(kept.key());
        assertThat(record.voiceprint).usingRecursiveComparison().isEqualTo(kept.voiceprint());
    }

    @Test
    void a_voiceprint_without_value_is_a_tombstone() throws Exception {
        VoiceRecord record = Records.read(reader(Step.READ_VOICEPRINTS), KEY, null);

        assertThat(record.unusable).isNull();
        assertThat(record.tombstone).isTrue();
        assertThat(record.key()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme|", "|v-1", "acme|v|1", "acme|v/1", ""})
    void a_tombstone_of_nobody_is_unusable(String key) throws Exception {
        assertUnusable(Records.read(reader(Step.READ_VOICEPRINTS), key, null), "HOSTILE_ID");
    }

    @Test
    void a_tombstone_without_key_is_unusable() throws Exception {
        assertUnusable(Records.read(reader(Step.READ_VOICEPRINTS), null, null), "HOSTILE_ID");
    }

    @Test
    void elsewhere_nothing_is_no_tombstone() throws Exception {
        assertUnusable(Records.read(reader(Step.READ_ENROLLMENTS), KEY, null), "EMPTY");
    }

    @Test
    void records_of_other_topics_are_unusable() throws Exception {
        assertUnusable(read(Step.READ_ENROLLMENTS, request().build()), "WRONG_RECORD");
        assertUnusable(read(Step.READ_VOICEPRINTS, enrollment().build()), "WRONG_RECORD");
    }

    @Test
    void a_record_under_another_key_is_unusable() throws Exception {
        byte[] bytes = AvroCodec.encode(enrollment().build());
        assertUnusable(Records.read(reader(Step.READ_ENROLLMENTS), "acme|v-2", bytes), "WRONG_KEY");
        assertUnusable(Records.read(reader(Step.READ_ENROLLMENTS), null, bytes), "WRONG_KEY");
    }

    static Stream<Consumer<SpeakerEnrollment.Builder>> hostileEnrolments() {
        return Stream.of(
                enrollment -> enrollment.setTenantId("a|b"),
                enrollment -> enrollment.setSpeakerId(".."),
                enrollment -> enrollment.setSpeakerId("a\nb"),
                enrollment -> enrollment.setEnrollmentId(""));
    }

    @ParameterizedTest
    @MethodSource("hostileEnrolments")
    void a_hostile_id_is_unusable(Consumer<SpeakerEnrollment.Builder> change) throws Exception {
        SpeakerEnrollment.Builder enrollment = enrollment();
        change.accept(enrollment);
        assertUnusable(read(Step.READ_ENROLLMENTS, enrollment.build()), "HOSTILE_ID");
    }

    @Test
    void a_request_of_a_call_that_cannot_be_is_unusable() throws Exception {
        assertUnusable(
                read(Step.READ_VOICEPRINT_REQUESTS, request().setCallId("a/b").build()), "HOSTILE_ID");
        assertUnusable(read(Step.READ_VOICEPRINT_REQUESTS, request().setPart(-1).build()), "IMPLAUSIBLE_CALL");
    }

    static Stream<Consumer<SpeakerVoiceprint>> impossibleVoiceprints() {
        return Stream.of(
                voiceprint -> voiceprint.setEnrollments(0),
                voiceprint -> voiceprint.setEmbedding(List.of()),
                voiceprint -> voiceprint.setEnrollments(1_000_001),
                voiceprint -> voiceprint.setEnrollments(Integer.MAX_VALUE),
                voiceprint -> voiceprint.setEmbedding(List.of(1f, Float.NaN)),
                voiceprint -> voiceprint.setEmbedding(List.of(0f, 0f)),
                voiceprint -> voiceprint.setEmbedding(List.of(1.03f)),
                voiceprint -> voiceprint.setEmbedding(unit(4_097)),
                voiceprint -> voiceprint.setLoudnessLufs(Double.NaN),
                voiceprint -> voiceprint.setLoudnessLufs(Double.NEGATIVE_INFINITY),
                voiceprint -> voiceprint.setMeanAbsolute(Double.NaN),
                voiceprint -> voiceprint.setMeanAbsolute(1.1),
                voiceprint -> voiceprint.setSpeechSeconds(-1),
                voiceprint -> voiceprint.setSpeechSeconds(Double.POSITIVE_INFINITY),
                voiceprint -> voiceprint.setEnrollmentIds(Collections.nCopies(33, "e")),
                voiceprint -> voiceprint.setModelId("m".repeat(201)),
                voiceprint -> voiceprint.setModelVersion("1".repeat(201)),
                voiceprint ->
                        voiceprint.setUpdatedAt(voiceprint.getEnrolledSince().minusMillis(1)));
    }

    @ParameterizedTest
    @MethodSource("impossibleVoiceprints")
    void a_voiceprint_that_cannot_be_is_unusable(Consumer<SpeakerVoiceprint> change) throws Exception {
        SpeakerVoiceprint voiceprint = written();
        change.accept(voiceprint);
        assertUnusable(read(Step.READ_VOICEPRINTS, voiceprint), "IMPLAUSIBLE_VOICEPRINT");
    }

    @Test
    void a_voiceprint_at_all_its_bounds_is_read() throws Exception {
        SpeakerVoiceprint voiceprint = written();
        voiceprint.setEnrollments(1_000_000);
        voiceprint.setEmbedding(unit(4_096));
        voiceprint.setEnrollmentIds(Collections.nCopies(32, "e"));
        voiceprint.setLoudnessLufs(null);
        voiceprint.setMeanAbsolute(1);
        voiceprint.setUpdatedAt(voiceprint.getEnrolledSince());

        assertThat(read(Step.READ_VOICEPRINTS, voiceprint).unusable).isNull();
    }

    @Test
    void a_voiceprint_with_a_hostile_enrolment_is_unusable() throws Exception {
        SpeakerVoiceprint voiceprint = written();
        voiceprint.setEnrollmentIds(List.of("e-1", "e\n2"));
        assertUnusable(read(Step.READ_VOICEPRINTS, voiceprint), "HOSTILE_ID");
    }

    @Test
    void a_bug_of_the_reader_names_the_record() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> Records.readUnopened(
                        reader(Step.READ_ENROLLMENTS),
                        AvroCodec.encode(enrollment().build())))
                .withMessageStartingWith("read-enrollments failed on call acme|c-1");
    }

    /** Everything set, and within what a voiceprint can be. */
    private static KeptVoice kept() {
        KeptVoice kept = Filled.entirely(KeptVoice.class);
        var voiceprint = Objects.requireNonNull(kept.voiceprint());
        voiceprint.embedding = new float[] {0.6f, 0.8f};
        voiceprint.lufs = -23.5;
        voiceprint.meanAbsolute = 0.25;
        return kept;
    }

    private static SpeakerVoiceprint written() {
        return VoiceContract.write("acme", "v-1", Objects.requireNonNull(kept().voiceprint()));
    }

    private static List<Float> unit(int dimensions) {
        return Collections.nCopies(dimensions, (float) (1 / Math.sqrt(dimensions)));
    }

    private static VoiceRecord read(Step step, SpecificRecord value) throws Exception {
        return Records.read(reader(step), KEY, AvroCodec.encode(value));
    }

    private static VoiceRecordReader reader(Step step) {
        return new VoiceRecordReader(
                step,
                switch (step) {
                    case READ_ENROLLMENTS -> SpeakerEnrollment.class;
                    case READ_VOICEPRINT_REQUESTS -> VoiceprintRequest.class;
                    default -> SpeakerVoiceprint.class;
                });
    }

    private static void assertUnusable(VoiceRecord record, @Nullable String reason) {
        assertThat(record.unusable).isEqualTo(reason);
        assertThat(record.detail).isNotEmpty();
        assertThat(record.offer).isNull();
        assertThat(record.asking).isNull();
        assertThat(record.voiceprint).isNull();
        assertThat(record.tombstone).isFalse();
    }

    private static SpeakerEnrollment.Builder enrollment() {
        return SpeakerEnrollment.newBuilder()
                .setTenantId("acme")
                .setSpeakerId("v-1")
                .setEnrollmentId("e-1")
                .setName("A\u0000nn")
                .setEventTime(Records.AT)
                .setConsentBiometrics(true)
                .setCodec(Codec.PCMU)
                .setSampleRateHz(8_000)
                .setAudio(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }

    private static VoiceprintRequest.Builder request() {
        return VoiceprintRequest.newBuilder()
                .setTenantId("acme")
                .setCallId("c-1")
                .setCallStart(Records.AT)
                .setPart(2)
                .setSpeakerId("v-1")
                .setLegId("agent");
    }
}

package io.undertone.job.kafka;

import static io.undertone.job.kafka.Records.AT;
import static io.undertone.job.kafka.Records.event;
import static io.undertone.job.kafka.Records.frame;
import static io.undertone.job.kafka.Records.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.live.MediaRecord;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.AudioPiece;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Codec;
import io.undertone.schema.FrameType;
import io.undertone.schema.Participant;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.call.CallSignal;
import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.FrameKind;
import io.undertone.udfs.call.MediaFrame;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaRecordReaderTest {
    private static final long MICROS = 1_767_607_200_123_456L;

    @Test
    void a_frame_is_read_with_all_it_says_and_where_it_lay() throws Exception {
        MediaRecord record = read(frame().build());
        assertThat(record.unusable).isNull();
        assertThat(record.key()).isEqualTo(Records.KEY);
        var expected = new MediaFrame();
        expected.legId = "agent";
        expected.streamId = "s-1";
        expected.sequence = 7;
        expected.offsetSamples = 5_600;
        expected.captureMicros = MICROS;
        expected.durationSamples = 4;
        expected.sampleRateHz = 8_000;
        expected.encoding = Encoding.PCMA;
        expected.codec = "PCMA";
        expected.payload = new byte[] {1, 2, 3, 4};
        int bytes = AvroCodec.encode(frame().build()).length;
        expected.origin = new RecordOrigin("call-media", 3, 99, 1_767_607_201_000L, bytes);
        assertThat(record.frame).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void a_call_event_is_read_with_all_it_says() throws Exception {
        CallSignal signal =
                Objects.requireNonNull(read(event(CallEventType.ENDED).build()).signal);
        assertThat(signal.kind).isEqualTo(Kind.ENDED);
        assertThat(signal.atMicros).isEqualTo(MICROS);
        assertThat(signal.endReason).isEqualTo("hung up");
        assertThat(signal.lastSequences).containsExactly(Map.entry("agent/s-1", 41L));
        assertThat(signal.facts.direction).isEqualTo(Direction.OUTBOUND);
        assertThat(signal.facts.queueId).isEqualTo("billing");
        assertThat(signal.facts.language).isEqualTo("en-GB");
        assertThat(signal.facts.gatewayConsent.recording).isTrue();
        assertThat(signal.facts.gatewayConsent.emotion).isFalse();
        assertThat(signal.facts.gatewayConsent.biometrics).isNull();
        assertThat(signal.facts.attributes).containsExactly(Map.entry("campaign", "spring"));
        var agent = new PartyFacts();
        agent.role = io.undertone.udfs.call.Role.AGENT;
        agent.roleSource = io.undertone.udfs.call.RoleSource.SIPREC;
        agent.participantId = "p-1";
        agent.speakerId = "v-1";
        agent.agentId = "a-1";
        assertThat(signal.facts.party("agent")).usingRecursiveComparison().isEqualTo(agent);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_event_does_what_its_name_says_or_only_carries_facts(CallEventType type) throws Exception {
        Kind kind = Objects.requireNonNull(read(event(type).build()).signal).kind;
        boolean factsOnly = switch (type) {
            case UNKNOWN, LEG_JOINED, LEG_LEFT, UPDATED -> true;
            default -> false;
        };
        assertThat(kind.name()).isEqualTo(factsOnly ? "CHANGED" : type.name());
    }

    @Test
    void an_update_of_another_system_never_opens_a_call() throws Exception {
        CallSignal signal = Objects.requireNonNull(readUpdate(update().build()).signal);
        assertThat(signal.kind).isEqualTo(Kind.UPDATED_ELSEWHERE);
        assertThat(signal.facts.queueId).isEqualTo("sales");
        assertThat(signal.facts.party("agent").agentId).isEqualTo("a-2");
        assertThat(signal.facts.othersConsent.biometrics).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_codec_is_decoded_here_or_named(Codec codec) throws Exception {
        MediaFrame frame = Objects.requireNonNull(read(frame().setCodec(codec).build()).frame);
        assertThat(frame.codec).isEqualTo(codec.name());
        assertThat(frame.encoding == null ? null : frame.encoding.name())
                .isEqualTo(List.of("PCMU", "PCMA", "L16_LE", "L16_BE").contains(codec.name()) ? codec.name() : null);
    }

    @Test
    void a_frame_without_payload_is_read_as_it_is() throws Exception {
        MediaFrame frame = Objects.requireNonNull(
                read(frame().setFrameType(FrameType.PAUSED).setPayload(null).build()).frame);
        assertThat(frame.kind).isEqualTo(FrameKind.PAUSED);
        assertThat(frame.payload).isNull();
    }

    @Test
    void nothing_at_all_is_unusable() throws Exception {
        assertUnusable(Records.read(MediaRecordReader.ofMedia(), null), "EMPTY");
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_SINGLE_OBJECT", "2, UNKNOWN_SCHEMA", "10, CORRUPT"})
    void a_broken_record_is_unusable_and_none_of_it_is_told(int at, String reason) throws Exception {
        byte[] broken = AvroCodec.encode(frame().setCallId("secret").build());
        broken[at] ^= 0x55;
        MediaRecord record = Records.read(MediaRecordReader.ofMedia(), broken);
        assertUnusable(record, reason);
        assertThat(record.detail).doesNotContain("secret");
        assertThat(record.origin.offset).isEqualTo(99);
    }

    @Test
    void a_record_of_another_topic_is_unusable() throws Exception {
        MediaRecord record = read(UtteranceEvent.newBuilder()
                .setTenantId("acme")
                .setCallId("c-1")
                .setCallStart(AT)
                .setPart(0)
                .setLegId("agent")
                .setUtteranceNumber(1)
                .setRole(Role.AGENT)
                .setRoleSource(RoleSource.GATEWAY)
                .setBeginSample(0)
                .setEndSample(1)
                .setSpeechProbability(1)
                .setLostRatio(0)
                .setAudio(List.<AudioPiece>of())
                .build());
        assertUnusable(record, "WRONG_RECORD");
        assertThat(record.detail).isEqualTo("found a UtteranceEvent, expected AudioFrame or CallEvent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a/b", "a|b", "a\\b", "a\nb", "a\u0000b"})
    void ids_that_could_leave_their_place_are_unusable(String hostile) throws Exception {
        MediaRecordReader reader = MediaRecordReader.ofMedia();
        for (var frame : List.of(
                frame().setTenantId(hostile),
                frame().setCallId(hostile),
                frame().setLegId(hostile),
                frame().setStreamId(hostile))) {
            var built = frame.build();
            String key = built.getTenantId() + "|" + built.getCallId();
            assertUnusable(Records.read(reader, key, AvroCodec.encode(built)), "HOSTILE_ID");
        }
    }

    @ParameterizedTest
    @CsvSource({",", "acme|c-2", "c-1", "''"})
    void a_key_that_is_not_the_call_is_unusable_because_its_order_is_lost(@Nullable String key) throws Exception {
        assertUnusable(Records.read(MediaRecordReader.ofMedia(), key, AvroCodec.encode(frame().build())), "WRONG_KEY");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 946_684_799_999_999L, 4_102_444_800_000_001L, Long.MAX_VALUE})
    void times_far_from_any_call_are_unusable(long micros) throws Exception {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        assertUnusable(read(frame().setCaptureTime(at).build()), "IMPLAUSIBLE_TIME");
        assertUnusable(read(event(CallEventType.ENDED).setEventTime(at).build()), "IMPLAUSIBLE_TIME");
        assertUnusable(readUpdate(update().setUpdateTime(at).build()), "IMPLAUSIBLE_TIME");
    }

    @Test
    void nothing_that_needs_order_may_come_from_other_systems() throws Exception {
        assertUnusable(readUpdate(event(CallEventType.ENDED).build()), "WRONG_RECORD");
        assertUnusable(readUpdate(frame().build()), "WRONG_RECORD");
        assertUnusable(read(update().build()), "WRONG_RECORD");
    }

    @Test
    void a_signal_far_ahead_of_its_record_is_unusable_because_it_would_close_the_call() throws Exception {
        Instant furthest = Instant.ofEpochMilli(1_767_607_201_000L + 14_400_000);
        MediaRecord ahead = read(event(CallEventType.UPDATED)
                .setEventTime(furthest.plusMillis(1))
                .build());
        assertUnusable(ahead, "IMPLAUSIBLE_TIME");
        assertThat(read(event(CallEventType.UPDATED).setEventTime(furthest).build()).unusable)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0})
    void the_end_of_a_stream_may_leave_its_time_out(long micros) throws Exception {
        MediaRecord record = read(frame().setFrameType(FrameType.END_OF_STREAM)
                .setPayload(null)
                .setCaptureTime(Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
                .build());
        assertThat(record.unusable).isNull();
        assertThat(Objects.requireNonNull(record.frame).captureMicros).isEqualTo(micros);
    }

    @Test
    void texts_of_any_length_cost_a_call_no_more_than_others() throws Exception {
        String endless = "x".repeat(100_000);
        var participant = new Participant(endless, endless, Role.AGENT, RoleSource.GATEWAY, endless, null);
        CallSignal signal = Objects.requireNonNull(read(event(CallEventType.ENDED)
                        .setQueueId(endless)
                        .setLanguage(endless)
                        .setEndReason("x".repeat(199) + "\uD83D\uDE00")
                        .setParticipants(Map.of("agent", participant, endless, participant))
                        .build())
                .signal);
        assertThat(signal.facts.queueId).isEqualTo("x".repeat(200));
        assertThat(signal.facts.language).hasSize(200);
        assertThat(signal.endReason).as("half a character at the cut").isEqualTo("x".repeat(199) + "\uFFFD");
        assertThat(signal.facts.parties.keySet()).containsExactly("agent");
        assertThat(signal.facts.party("agent").agentId).hasSize(200);
        assertThat(signal.facts.party("agent").role).isEqualTo(io.undertone.udfs.call.Role.AGENT);
    }

    @Test
    void characters_that_no_table_holds_are_replaced() throws Exception {
        CallSignal signal = Objects.requireNonNull(
                read(event(CallEventType.STARTED).setQueueId("bill\u0000ing").build()).signal);
        assertThat(signal.facts.queueId).isEqualTo("bill\uFFFDing");
    }

    @Test
    void the_reader_travels_with_the_job() throws Exception {
        MediaRecordReader shipped = InstantiationUtil.clone(MediaRecordReader.ofMedia());
        assertThat(Records.read(shipped, AvroCodec.encode(frame().build())).frame)
                .isNotNull();
    }

    @Test
    void a_bug_of_the_reader_names_call_and_record() {
        var unopened = MediaRecordReader.ofMedia();
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> Records.readUnopened(unopened, AvroCodec.encode(frame().build())))
                .withMessage("read-media failed on call acme|c-1 at call-media, partition 3, offset 99");
    }

    private static MediaRecord readUpdate(SpecificRecord value) throws Exception {
        return Records.read(MediaRecordReader.ofUpdates(), AvroCodec.encode(value));
    }

    private static MediaRecord read(SpecificRecord value) throws Exception {
        return Records.read(MediaRecordReader.ofMedia(), AvroCodec.encode(value));
    }

    private static void assertUnusable(MediaRecord record, String reason) {
        assertThat(record.unusable).isEqualTo(reason);
        assertThat(record.detail).isNotEmpty();
        assertThat(record.frame).isNull();
        assertThat(record.signal).isNull();
    }
}

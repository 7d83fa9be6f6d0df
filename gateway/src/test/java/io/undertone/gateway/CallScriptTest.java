package io.undertone.gateway;

import static io.undertone.gateway.Calls.START;
import static io.undertone.gateway.Calls.at;
import static io.undertone.gateway.Calls.event;
import static io.undertone.gateway.Calls.events;
import static io.undertone.gateway.Calls.frames;
import static io.undertone.gateway.Calls.media;
import static io.undertone.gateway.Calls.noise;
import static io.undertone.gateway.Calls.script;
import static io.undertone.gateway.Calls.told;
import static io.undertone.gateway.Calls.twoLegs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Codec;
import io.undertone.schema.Direction;
import io.undertone.schema.FrameType;
import io.undertone.schema.Participant;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.SpeakerClaim;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.audio.Encoding;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallScriptTest {
    private final CallScript script = script(twoLegs("c-1", 3.0, 3.0), 100);

    @Test
    void a_call_starts_by_naming_its_legs_its_direction_and_its_consent() {
        CallEvent first = (CallEvent) told(script).get(0);

        assertThat(first.getEventType()).isEqualTo(CallEventType.STARTED);
        assertThat(first.getEventTime()).isEqualTo(START);
        assertThat(first.getDirection()).isEqualTo(Direction.INBOUND);
        assertThat(first.getConsent()).isEqualTo(Calls.CONSENT);
        assertThat(first.getParticipants())
                .containsOnly(
                        Map.entry("customer", known(Role.CUSTOMER, RoleSource.GATEWAY)),
                        Map.entry("agent", known(Role.AGENT, RoleSource.GATEWAY)));
    }

    @Test
    void a_mixed_call_has_one_leg_whose_speakers_nobody_names() {
        var mixed = new CallRecording("acme", "m-1", List.of(LegRecording.mixed(noise(1, 3))), List.of(), List.of());

        assertThat(events(script(mixed, 100)).get(0).getParticipants())
                .containsOnly(Map.entry("mixed", known(Role.UNKNOWN, RoleSource.UNKNOWN)));
    }

    @Test
    void who_has_a_leg_alone_is_named_with_it_and_who_shares_one_beside() {
        CallRecording two = twoLegs("c-1", 1.0, 1.0).naming(new NamedSpeaker("agent", Role.AGENT, "anna"));
        CallEvent separate = events(script(two, 100)).get(0);
        assertThat(separate.getParticipants()).extractingByKey("agent").returns("anna", Participant::getSpeakerId);
        assertThat(separate.getParticipants()).extractingByKey("customer").returns(null, Participant::getSpeakerId);
        assertThat(separate.getSpeakerClaims()).isEmpty();

        CallRecording one = new CallRecording(
                        "acme", "m-1", List.of(LegRecording.mixed(noise(1, 3))), List.of(), List.of())
                .naming(new NamedSpeaker("mixed", Role.AGENT, "anna"))
                .naming(new NamedSpeaker("mixed", Role.CUSTOMER, "bert"));
        CallEvent shared = events(script(one, 100)).get(0);
        assertThat(shared.getParticipants()).extractingByKey("mixed").returns(null, Participant::getSpeakerId);
        assertThat(shared.getSpeakerClaims())
                .containsExactly(
                        new SpeakerClaim("mixed", Role.AGENT, "anna"),
                        new SpeakerClaim("mixed", Role.CUSTOMER, "bert"));
    }

    @Test
    void a_speaker_on_a_leg_that_the_call_has_not_is_refused() {
        CallRecording call = twoLegs("c-1", 1.0, 1.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.naming(new NamedSpeaker("mixed", Role.AGENT, "anna")))
                .withMessage("call c-1 has no leg mixed for speaker anna");
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void every_sample_goes_out_once_in_the_codec_asked_for(Encoding encoding) {
        CallRecording call = twoLegs("c-1", 1.25, 1.0);
        var settings = new ScriptSettings(100, encoding, Calls.CONSENT, List.of(), List.of(), false, 0);
        short[] heard = call.legs().get(0).samples();
        byte[] expected = new byte[heard.length * encoding.bytesPerSample()];
        encoding.encode(heard, 0, heard.length, expected, 0);

        var sent = new ByteArrayOutputStream();
        for (AudioFrame frame : media(new CallScript(call, START, settings), "customer")) {
            assertThat(frame.getCodec()).isEqualTo(Codec.valueOf(encoding.name()));
            assertThat(frame.getSampleRateHz()).isEqualTo(8000);
            sent.writeBytes(frame.getPayload().array());
        }

        assertThat(sent.toByteArray()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 100, 1000})
    void sequence_offset_and_capture_time_advance_without_a_gap(int frameMillis) {
        List<AudioFrame> stream = frames(script(twoLegs("c-1", 3.0, 3.0), frameMillis), "agent");

        long offset = 0;
        for (int i = 0; i < stream.size(); i++) {
            AudioFrame frame = stream.get(i);
            assertThat(frame.getSequence()).isEqualTo(i);
            assertThat(frame.getMediaOffsetSamples()).isEqualTo(offset);
            assertThat(frame.getCaptureTime()).isEqualTo(at(offset / 8000.0));
            offset += frame.getDurationSamples();
        }
        assertThat(offset).isEqualTo(24_000);
    }

    @Test
    void frames_of_both_legs_alternate_by_capture_time() {
        List<AudioFrame> all = told(script).stream()
                .filter(AudioFrame.class::isInstance)
                .map(AudioFrame.class::cast)
                .toList();

        assertThat(all).extracting(AudioFrame::getCaptureTime).isSorted();
        assertThat(all.subList(0, 60)).extracting(AudioFrame::getLegId).containsSubsequence("customer", "agent");
        IntStream.range(0, 60)
                .forEach(i -> assertThat(all.get(i).getLegId()).isEqualTo(i % 2 == 0 ? "customer" : "agent"));
    }

    @Test
    void a_frame_leaves_with_its_last_sample_and_time_never_goes_back() {
        long before = 0;
        for (ScriptedRecord record : script) {
            assertThat(record.atMicros()).isGreaterThanOrEqualTo(before);
            before = record.atMicros();
            if (record.value() instanceof AudioFrame frame) {
                assertThat(record.atMicros())
                        .isEqualTo((frame.getMediaOffsetSamples() + frame.getDurationSamples()) * 125);
            }
        }
        assertThat(before).isEqualTo(3_000_000);
    }

    @Test
    void a_shorter_leg_ends_earlier_and_the_call_with_the_longer_one() {
        CallScript unequal = script(twoLegs("c-1", 3.0, 1.5), 100);

        AudioFrame agentsLast = frames(unequal, "agent").get(15);
        assertThat(agentsLast.getFrameType()).isEqualTo(FrameType.END_OF_STREAM);
        assertThat(agentsLast.getCaptureTime()).isEqualTo(at(1.5));
        assertThat(agentsLast.getDurationSamples()).isZero();
        assertThat(frames(unequal, "agent")).hasSize(16);
        assertThat(frames(unequal, "customer")).hasSize(31);
        assertThat(event(unequal, CallEventType.ENDED).getEventTime()).isEqualTo(at(3.0));
    }

    @Test
    void the_last_record_is_ended_and_names_the_last_sequence_of_each_stream() {
        List<SpecificRecord> told = told(script(twoLegs("c-1", 3.0, 1.5), 100));

        CallEvent last = (CallEvent) told.get(told.size() - 1);
        assertThat(last.getEventType()).isEqualTo(CallEventType.ENDED);
        assertThat(last.getEndReason()).isEqualTo("end of recording");
        assertThat(last.getLastSequence())
                .containsOnly(
                        Map.entry("customer/" + stream("customer"), 30L), Map.entry("agent/" + stream("agent"), 15L));
    }

    @ParameterizedTest
    @CsvSource({"1.001, 1.020", "1.0199, 1.020", "1.021, 1.021", "1.05, 1.05"})
    void a_last_frame_below_20_ms_is_filled_up_with_silence(double seconds, double sent) {
        CallScript odd = script(twoLegs("c-1", seconds, 0.5), 100);

        List<AudioFrame> media = media(odd, "customer");
        AudioFrame last = media.get(media.size() - 1);
        int samples = (int) MediaTime.samples(sent) - 8000;
        assertThat(last.getDurationSamples()).isEqualTo(samples);
        assertThat(last.getPayload().remaining()).isEqualTo(samples);
        assertThat(event(odd, CallEventType.ENDED).getEventTime()).isEqualTo(at(sent));
        if (sent > seconds) {
            assertThat(last.getPayload().get(samples - 1)).isEqualTo((byte) 0xFF); // μ-law's zero
        }
    }

    @Test
    void every_record_can_be_read_back() throws Exception {
        var codec = new AvroCodec();
        for (SpecificRecord record : told(script)) {
            assertThat(codec.decode(AvroCodec.encode(record))).isEqualTo(record);
        }
    }

    @Test
    void events_are_numbered_in_the_order_of_sending_under_ids_of_their_own() {
        var settings = new ScriptSettings(
                100, Encoding.PCMU, Calls.CONSENT, List.of(Stretch.ofSeconds(1, 2)), List.of(), false, 7);

        List<CallEvent> events = events(new CallScript(twoLegs("c-1", 3, 3), START, settings));

        assertThat(events).extracting(CallEvent::getSequence).containsExactly(0L, 1L, 2L, 3L);
        assertThat(events).extracting(CallEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void telling_a_call_again_repeats_it_to_the_last_id() {
        assertThat(told(script)).isEqualTo(told(script)).isEqualTo(told(script(twoLegs("c-1", 3.0, 3.0), 100)));
    }

    @Test
    void another_call_or_seed_has_other_streams() {
        CallRecording call = twoLegs("c-1", 1, 1);
        var otherSeed = new ScriptSettings(100, Encoding.PCMU, Calls.CONSENT, List.of(), List.of(), false, 8);

        assertThat(frames(script(call.renamed("c-2"), 100), "agent").get(0).getStreamId())
                .isNotEqualTo(stream("agent"));
        assertThat(frames(new CallScript(call, START, otherSeed), "agent")
                        .get(0)
                        .getStreamId())
                .isNotEqualTo(stream("agent"));
        assertThat(stream("customer")).isNotEqualTo(stream("agent"));
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 1001})
    void frames_outside_the_contract_are_refused(int frameMillis) {
        assertThatThrownBy(() -> Calls.frames(frameMillis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need frames of 20 to 1000 ms, got " + frameMillis);
    }

    private static Participant known(Role role, RoleSource source) {
        return Participant.newBuilder().setRole(role).setRoleSource(source).build();
    }

    private String stream(String leg) {
        return frames(script, leg).get(0).getStreamId();
    }
}

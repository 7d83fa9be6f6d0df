package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.live.Insight;
import io.undertone.job.runtime.Filled;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.schema.CallInsight;
import io.undertone.schema.Codec;
import io.undertone.schema.Consent;
import io.undertone.schema.DeadLetter;
import io.undertone.schema.EndedCall;
import io.undertone.schema.FrameType;
import io.undertone.schema.MoodScores;
import io.undertone.schema.SpeakerVerdict;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.ConsentFacts;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.FrameKind;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.moods.EmotionState;
import io.undertone.udfs.speech.UtteranceFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one leg writes, the next reads back as it was. */
final class ContractsTest {
    private static final CallId ID = new CallId("acme", "c-1", 1_767_607_200_123_456L, 1);

    static Stream<UtteranceFacts> utterances() {
        return Stream.of(Filled.entirely(UtteranceFacts.class), Filled.barely(UtteranceFacts.class))
                .peek(utterance -> utterance.pieces.forEach(piece -> piece.legId = "")); // it is the utterance's
    }

    @ParameterizedTest
    @MethodSource("utterances")
    void an_utterance_crosses_unchanged(UtteranceFacts utterance) throws Exception {
        UtteranceEvent read = overKafka(UtteranceEvent.class, CallContract.write(ID, utterance));
        assertThat(CallContract.read(read)).usingRecursiveComparison().isEqualTo(utterance);
        assertThat(MediaContract.micros(read.getCallStart())).isEqualTo(ID.startMicros);
    }

    @Test
    void a_piece_that_was_lost_is_lost_on_the_other_side() throws Exception {
        UtteranceFacts utterance = Filled.entirely(UtteranceFacts.class);
        utterance.pieces.get(0).stored = false;
        UtteranceEvent read = overKafka(UtteranceEvent.class, CallContract.write(ID, utterance));
        assertThat(CallContract.read(read).pieces)
                .extracting(piece -> piece.stored)
                .containsExactly(false, true);
    }

    static Stream<EndedCallFacts> endedCalls() {
        EndedCallFacts full = Filled.entirely(EndedCallFacts.class);
        full.facts.othersConsent = new ConsentFacts();
        full.facts.sameSignal.clear(); // which leg repeats which stands on the legs
        full.facts.hold = null; // all of them stand beside the facts
        full.facts.roleMismatch = null;
        full.facts.claims.clear(); // they ask; what came of it stands on the legs
        EndedCallFacts bare = Filled.barely(EndedCallFacts.class);
        bare.facts.claims.clear();
        bare.facts.sameSignal.clear();
        return Stream.of(full, bare).map(ContractsTest::withPartiesOnLegs);
    }

    @ParameterizedTest
    @MethodSource("endedCalls")
    void an_ended_call_crosses_unchanged(EndedCallFacts ended) throws Exception {
        EndedCall read = overKafka(EndedCall.class, EndedCallContract.write(ended, ended.versions));
        assertThat(EndedCallContract.read(read)).usingRecursiveComparison().isEqualTo(ended);
        assertThat(read.getCallEnd()).isEqualTo(new CallTimes(ended.id).at(ended.durationSamples));
    }

    @Test
    void a_header_from_before_utterances_had_versions_announces_a_record_each() throws Exception {
        var ended = new EndedCallFacts();
        ended.id = ID;
        ended.legs.add(leg("agent"));
        ended.legs.get(0).utterances = 7;
        ended.legs.get(0).utteranceRecords = 0;
        EndedCall written = EndedCallContract.write(ended, Map.of());
        assertThat(EndedCallContract.read(written).utteranceRecords()).isEqualTo(7);

        written.getLegs().get(0).setUtteranceRecords(-1);
        assertThat(EndedCallContract.read(written).utteranceRecords()).isEqualTo(7);
    }

    @Test
    void of_consent_an_ended_call_says_what_held() throws Exception {
        var ended = new EndedCallFacts();
        ended.id = ID;
        ended.facts.gatewayConsent.recording = true;
        ended.facts.othersConsent.recording = false;
        ended.facts.othersConsent.emotion = true;
        EndedCall read = overKafka(EndedCall.class, EndedCallContract.write(ended, Map.of()));
        assertThat(read.getConsent()).isEqualTo(new Consent(false, true, null));
    }

    @Test
    void a_leg_of_which_nothing_was_played_has_no_levels() throws Exception {
        EndedCallFacts ended = withPartiesOnLegs(Filled.entirely(EndedCallFacts.class));
        ended.legs.get(0).samples = 0;
        EndedCall read = overKafka(EndedCall.class, EndedCallContract.write(ended, Map.of()));
        assertThat(read.getLegs().get(0).getAudioProperties()).isNull();
        assertThat(EndedCallContract.read(read).legs.get(0).samples).isZero();
    }

    @Test
    void a_leg_that_was_measured_by_an_earlier_release_has_no_spectrum() throws Exception {
        EndedCallFacts ended = withPartiesOnLegs(Filled.entirely(EndedCallFacts.class));
        ended.legs.get(0).spectrum = null;
        EndedCall read = overKafka(EndedCall.class, EndedCallContract.write(ended, Map.of()));
        assertThat(read.getLegs().get(0).getAudioProperties().getMfccMeans()).isNull();
        assertThat(EndedCallContract.read(read).legs.get(0).spectrum).isNull();
        assertThat(EndedCallContract.read(read).legs.get(0).rms).isEqualTo(ended.legs.get(0).rms);
    }

    /** The topic takes a megabyte; a quarter of it leaves room for the fields of later releases. */
    @Test
    void the_largest_ended_call_fits_into_its_topic() {
        var ended = new EndedCallFacts();
        ended.id = ID;
        String longest = "\u00e4".repeat(200);
        ended.facts.queueId = longest;
        ended.facts.language = longest;
        ended.gatewayReason = longest;
        for (int i = 0; i < 32; i++) {
            ended.facts.attributes.put(i + longest.substring(3), longest);
        }
        for (int i = 0; i < 16; i++) {
            ended.legs.add(leg(i + "l".repeat(190)));
            ended.facts.parties.put(i + "l".repeat(190), party(longest));
        }
        for (int i = 0; i < 256; i++) {
            ended.holds.add(new Interval(115_000_000L + i, 115_000_000L + i));
            ended.redactions.add(new Interval(115_000_000L + i, 115_000_000L + i));
        }
        byte[] written = AvroCodec.encode(EndedCallContract.write(ended, Map.of("undertone", "1.0")));
        assertThat(written.length).isBetween(20_000, 256 * 1_024);
    }

    @Test
    void an_insight_says_all_that_was_measured() throws Exception {
        Insight insight = Filled.entirely(Insight.class);
        insight.moods = List.of(0.25, 0.5, 0.125);
        insight.windows.forEach(window -> {
            window.moods = List.of(0.5, 0.375, 0.125);
            window.smoothed = List.of(0.25, 0.5, 0.25);
        });
        CallInsight read = overKafka(CallInsight.class, CallContract.write(insight));
        assertThat(read.getTenantId() + "|" + read.getCallId()).isEqualTo(insight.key());
        assertThat(read.getPart()).isEqualTo(insight.id.part);
        assertThat(MediaContract.micros(read.getCallStart())).isEqualTo(insight.id.startMicros);
        assertThat(read.getLegId()).isEqualTo(insight.legId);
        assertThat(read.getRole().name()).isEqualTo(insight.role.name());
        assertThat(read.getSpeaking()).isTrue();
        assertThat(read.getMediaSecond()).isEqualTo(insight.second);
        assertThat(read.getMomentaryLufs()).isEqualTo(insight.momentaryLufs);
        assertThat(read.getRmsDbfs()).isEqualTo(insight.rmsDbfs);
        assertThat(read.getPeakDbfs()).isEqualTo(insight.peakDbfs);
        assertThat(read.getMeanAbsolute()).isEqualTo(insight.meanAbsolute);
        assertThat(read.getLostRatio()).isEqualTo(insight.lostRatio);
        assertThat(read.getSpeaker().name()).isEqualTo(insight.speaker.name());
        assertThat(read.getRoleSource().name()).isEqualTo(insight.roleSource.name());
        assertThat(read.getVoice()).isEqualTo(insight.voice);
        assertThat(read.getSpeakerId()).isEqualTo(insight.speakerId);
        assertThat(read.getSpeakerScore()).isEqualTo(insight.speakerScore);
        assertThat(read.getEmotion().name()).isEqualTo(insight.emotion.name());
        assertThat(read.getMood()).isEqualTo(new MoodScores(0.25, 0.5, 0.125));
        assertThat(read.getLoudnessDeltaDb()).isEqualTo(insight.loudnessDeltaDb);
        assertThat(read.getEmotionModel()).isEqualTo(insight.emotionModel);
        assertThat(read.getWindows()).hasSameSizeAs(insight.windows);
    }

    @Test
    void a_dead_letter_says_where_the_record_lies_whether_or_not_its_call_is_known() throws Exception {
        var origin = new RecordOrigin("call-media", 3, 99, 1_767_607_200_123L, 850);
        Rejected known =
                new Rejected("s", "LATE", "d", "acme", "c-1", new Rejected.RecordPlace("agent", "s-1", 7), origin);
        DeadLetter read = overKafka(DeadLetter.class, CallContract.write(known));
        assertThat(read.getLegId() + read.getStreamId() + read.getSequence()).isEqualTo("agents-17");
        assertThat(read.getTopic() + read.getPartition() + "@" + read.getOffset())
                .isEqualTo("call-media3@99");
        assertThat(read.getRecordTime()).isEqualTo(Instant.ofEpochMilli(1_767_607_200_123L));
        assertThat(read.getRecordBytes()).isEqualTo(850);
        assertThat(read.getReason()).isEqualTo("LATE");

        DeadLetter unknown = overKafka(
                DeadLetter.class, CallContract.write(Rejected.unusable(Step.ADMIT_MEDIA, "EMPTY", "d", origin)));
        assertThat(unknown.getStage()).isEqualTo("admit-media");
        assertThat(unknown.getCallId()).isNull();
        assertThat(unknown.getSequence()).isNull();
    }

    static Stream<Arguments> enums() {
        return Stream.of(
                Arguments.of(Role.values(), io.undertone.schema.Role.values()),
                Arguments.of(RoleSource.values(), io.undertone.schema.RoleSource.values()),
                Arguments.of(Direction.values(), io.undertone.schema.Direction.values()),
                Arguments.of(EmotionState.values(), io.undertone.schema.EmotionState.values()),
                Arguments.of(VerificationFacts.Verdict.values(), SpeakerVerdict.values()));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void enums_of_contract_and_pure_module_have_the_same_names(Enum<?>[] pure, Enum<?>[] contract) {
        assertThat(names(pure)).containsExactlyInAnyOrderElementsOf(names(contract));
    }

    @Test
    void every_type_of_frame_and_every_codec_that_is_decoded_has_its_namesake() {
        assertThat(names(FrameKind.values())).containsAll(names(FrameType.values()));
        assertThat(names(Codec.values())).containsAll(names(Encoding.values()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static <T extends SpecificRecord> T overKafka(Class<T> type, T written) throws Exception {
        return new AvroCodec().decode(AvroCodec.encode(written), type);
    }

    /** Parties are handed over with the legs that they are on. */
    private static EndedCallFacts withPartiesOnLegs(EndedCallFacts ended) {
        CallFacts facts = ended.facts;
        List<PartyFacts> parties = new ArrayList<>(facts.parties.values());
        facts.parties.clear();
        for (int i = 0; i < ended.legs.size(); i++) {
            facts.parties.put(ended.legs.get(i).legId, parties.get(i));
        }
        return ended;
    }

    private static LegSummary leg(String legId) {
        LegSummary leg = Filled.entirely(LegSummary.class);
        leg.legId = legId;
        leg.moods.forEach(mood -> mood.trajectory = Collections.nCopies(16, 0.125));
        while (leg.moods.size() < 8) {
            leg.moods.add(leg.moods.get(0));
        }
        while (leg.voices.size() < 8) {
            leg.voices.add(leg.voices.get(0));
        }
        return leg;
    }

    private static PartyFacts party(String id) {
        var party = new PartyFacts();
        party.participantId = id;
        party.speakerId = id;
        party.agentId = id;
        return party;
    }
}

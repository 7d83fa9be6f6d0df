package io.undertone.job.postcall;

import static io.undertone.job.postcall.DescribedCall.START;
import static io.undertone.job.postcall.DescribedCall.ended;
import static io.undertone.job.postcall.DescribedCall.piece;
import static io.undertone.job.postcall.DescribedCall.utterance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.report.CallReport;
import io.undertone.job.runtime.FunctionHarness;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.Call;
import io.undertone.schema.CallLeg;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

/**
 * A call of 40 s whose figures were worked out by hand. Speech: agent 1–5 s, customer 7–10 s, customer 13–18 s, agent 15–17 s
 * (1 s and more on both sides: the agent cut in once, for 2 s), agent 30–36 s. Hold: 20–25 s. Redacted: 27–28 s.
 */
final class CallDescriberTest {

    private static final RecordOrigin ORIGIN = new RecordOrigin("ended-calls", 3, 17, 0, 900);

    private final List<UtteranceFacts> utterances = new ArrayList<>(List.of(
            utterance(Role.AGENT, 1, 1, 5),
            utterance(Role.CUSTOMER, 1, 7, 10),
            utterance(Role.CUSTOMER, 2, 13, 18),
            utterance(Role.AGENT, 2, 15, 17),
            utterance(Role.AGENT, 3, 30, 36)));
    private final EndedCallFacts ended = ended();
    private int revision;

    @Test
    void the_row_names_the_call_and_how_it_went() throws Exception {
        Call row = describe(true).call();
        assertThat(row.getTenantId() + "|" + row.getCallId()).isEqualTo("acme|c-1");
        assertThat(row.getCallStart()).isEqualTo(START);
        assertThat(row.getCallEnd()).isEqualTo(START.plusSeconds(40));
        assertThat(row.getDurationS()).isEqualTo(40);
        assertThat(row.getPart()).isEqualTo(2);
        assertThat(row.getRevision()).isZero();
        assertThat(row.getEndReason()).isEqualTo("ENDED");
        assertThat(row.getDirection()).isEqualTo("OUTBOUND");
        assertThat(row.getQueueId()).isEqualTo("billing");
        assertThat(row.getLanguageTag()).isEqualTo("en-GB");
        assertThat(row.getAgentIds()).containsExactly("a-7");
        assertThat(row.getConsentRecording()).isTrue();
        assertThat(row.getConsentEmotionAnalysis()).isFalse();
        assertThat(row.getConsentVoiceBiometrics()).isNull();
        assertThat(row.getVersions()).containsEntry("undertone", "1");
        assertThat(row.getUtteranceStatus()).isEqualTo("COMPLETE");
        assertThat(describe(false).call().getUtteranceStatus()).isEqualTo("PARTIAL");
    }

    @Test
    void an_utterance_of_which_nothing_is_left_is_no_row_and_counts_nowhere() throws Exception {
        UtteranceFacts emptied = utterance(Role.AGENT, 4, 37, 37);
        emptied.version = 1;
        utterances.add(emptied);
        ended.legs.get(0).utterances++;
        Rows rows = describe(true);
        assertThat(rows.utterances()).hasSize(5);
        assertThat(rows.call().getLegs()).extracting(CallLeg::getUtteranceCount).containsExactly(3, 2);
        assertThat(rows.call().getTalkS()).isEqualTo(4 + 3 + 5 + 2 + 6);
    }

    @Test
    void recording_that_was_refused_in_the_end_leaves_no_audio_to_be_named_or_transcribed() throws Exception {
        utterances.get(0).pieces.add(piece("a", true));
        ended.facts.gatewayConsent.recording = false;
        Rows rows = describe(true);
        assertThat(rows.utterances())
                .allSatisfy(row -> assertThat(row.getAudioUris()).isEmpty());
        assertThat(rows.call().getPiecesStored()).isZero();
    }

    @Test
    void talk_hold_and_redacted_time_add_up_as_worked_out_by_hand() throws Exception {
        Call row = describe(true).call();
        assertThat(row.getTalkS()).isEqualTo(4 + 3 + 5 + 2 + 6);
        assertThat(row.getHoldS()).isEqualTo(5);
        assertThat(row.getRedactedS()).isEqualTo(1);
        assertThat(row.getSilenceLeadingS()).isEqualTo(1);
        assertThat(row.getSilenceTrailingS()).isEqualTo(4);
        // Hold 20-25; over 3 s without speech or redaction: 18-27 (9 s, hold within it) and 36-40.
        assertThat(row.getNonTalkS()).isEqualTo(9 + 4);
    }

    @Test
    void silences_are_what_is_left_between_speech() throws Exception {
        Rows rows = describe(true);
        // Gaps: 5-7 (2 s), 10-13 (3 s), 18-30 less hold and redaction (6 s).
        assertThat(rows.silences()).extracting(Silence::getNetS).containsExactly(2.0, 3.0, 6.0);
        assertThat(rows.silences()).extracting(Silence::getSilenceNumber).containsExactly(1, 2, 3);
        assertThat(rows.silences().get(2).getBeginS()).isEqualTo(18);
        assertThat(rows.silences().get(2).getEndS()).isEqualTo(30);
        assertThat(rows.silences().get(2).getBeginTime()).isEqualTo(START.plusSeconds(18));
        Call row = rows.call();
        assertThat(row.getSilenceCount()).isEqualTo(3);
        assertThat(row.getSilenceTotalS()).isEqualTo(11);
        assertThat(row.getSilenceMeanS()).isCloseTo(11 / 3.0, within(1e-9));
        assertThat(row.getSilenceMedianS()).isEqualTo(3);
        assertThat(row.getSilenceMaxS()).isEqualTo(6);
        // Mean 3.667, deviations -1.667, -0.667, 2.333: population sigma 1.69967. Quartiles s(1) and s(2).
        assertThat(row.getSilenceStdS()).isCloseTo(1.69967, within(1e-5));
        assertThat(row.getSilenceQ1S()).isEqualTo(2);
        assertThat(row.getSilenceQ3S()).isEqualTo(3);
        assertThat(row.getSilenceThresholdStdS()).isCloseTo(0.99 * 1.69967, within(1e-5));
        assertThat(row.getSilenceThresholdIqrS()).isEqualTo(3 + 1.5);
        assertThat(row.getSilenceTotalStdS()).isEqualTo(11);
        assertThat(row.getSilenceTotalIqrS()).isEqualTo(6);
        assertThat(rows.silences()).extracting(Silence::getLongByIqr).containsExactly(false, false, true);
        assertThat(rows.silences()).extracting(Silence::getLongByStd).containsExactly(true, true, true);
    }

    @Test
    void who_cut_in_is_counted_by_role() throws Exception {
        Call row = describe(true).call();
        assertThat(row.getInterruptionsByAgent()).isEqualTo(1);
        assertThat(row.getInterruptedByAgentS()).isEqualTo(2);
        assertThat(row.getInterruptionsByCustomer()).isZero();
        assertThat(row.getInterruptedByCustomerS()).isZero();
    }

    @Test
    void one_leg_of_which_nobody_knows_who_speaks_counts_no_interruptions() throws Exception {
        ended.legs.remove(1);
        ended.facts.parties.clear();
        utterances.removeIf(utterance -> utterance.role == Role.CUSTOMER);
        Call row = describe(true).call();
        assertThat(row.getInterruptionsByAgent()).isNull();
        assertThat(row.getInterruptedByCustomerS()).isNull();
    }

    @Test
    void each_leg_stands_in_the_row_with_its_levels() throws Exception {
        List<CallLeg> legs = describe(true).call().getLegs();
        assertThat(legs).extracting(CallLeg::getLegId).containsExactly("AGENT", "CUSTOMER");
        assertThat(legs.get(0).getAgentId()).isEqualTo("a-7");
        assertThat(legs.get(0).getRoleSource()).isEqualTo("GATEWAY");
        assertThat(legs.get(0).getTalkS()).isEqualTo(12);
        assertThat(legs.get(0).getUtteranceCount()).isEqualTo(3);
        assertThat(legs.get(0).getAudioProperties().getDurationS()).isEqualTo(40);
        assertThat(legs.get(1).getTalkS()).isEqualTo(8);
        assertThat(legs.get(1).getAudioProperties())
                .as("of a leg that was never played")
                .isNull();
    }

    @Test
    void frames_and_pieces_are_accounted_for() throws Exception {
        utterances.get(0).pieces.add(piece("file:///a.wav", true));
        utterances.get(0).pieces.add(piece("file:///b.wav", false));
        utterances.get(1).pieces.add(piece("file:///c.wav", true));
        Rows rows = describe(true);
        assertThat(rows.call().getFramesReceived()).isEqualTo(11);
        assertThat(rows.call().getFramesLost()).isEqualTo(2);
        assertThat(rows.call().getFramesPlayed()).isEqualTo(7);
        assertThat(rows.call().getPiecesStored()).isEqualTo(2);
        assertThat(rows.call().getPiecesLost()).isEqualTo(1);
        assertThat(rows.utterances().get(0).getAudioUris()).containsExactly("file:///a.wav");
    }

    @Test
    void an_utterance_is_a_row_with_its_place_in_the_call() throws Exception {
        Utterance row = describe(true).utterances().get(1);
        assertThat(row.getLegId() + "#" + row.getUtteranceNumber()).isEqualTo("CUSTOMER#1");
        assertThat(row.getRole()).isEqualTo("CUSTOMER");
        assertThat(row.getCallStart()).isEqualTo(START);
        assertThat(row.getBeginTime()).isEqualTo(START.plusSeconds(7));
        assertThat(row.getBeginS()).isEqualTo(7);
        assertThat(row.getEndS()).isEqualTo(10);
        assertThat(row.getLoudnessLufs()).isEqualTo(-23.5);
        assertThat(row.getSpeechProbability()).isEqualTo(0.875);
        assertThat(row.getLostRatio()).isEqualTo(0.125);
    }

    @Test
    void a_call_in_which_nobody_spoke_has_a_row_without_silences() throws Exception {
        utterances.clear();
        Rows rows = describe(true);
        assertThat(rows.silences()).isEmpty();
        assertThat(rows.utterances()).isEmpty();
        assertThat(rows.call().getTalkS()).isZero();
        assertThat(rows.call().getSilenceMedianS()).isNull();
        assertThat(rows.call().getSilenceTotalS()).isZero();
    }

    @Test
    void every_row_says_of_which_analysis_it_is() throws Exception {
        revision = 3;
        Rows rows = describe(true);
        assertThat(rows.call().getRevision()).isEqualTo(3);
        assertThat(rows.utterances()).extracting(Utterance::getRevision).containsOnly(3);
        assertThat(rows.silences()).extracting(Silence::getRevision).containsOnly(3);
    }

    @Test
    void a_call_with_audio_is_kept_as_it_was_gathered_and_but_once() throws Exception {
        assertThat(describe(true).kept()).as("without audio").isEmpty();
        utterances.get(0).pieces.add(piece("file:///a.wav", false));
        assertThat(describe(true).kept()).as("without audio that was stored").isEmpty();
        utterances.get(1).pieces.add(piece("file:///c.wav", true));
        assertThat(describe(false).kept()).singleElement().satisfies(kept -> {
            assertThat(kept.ended).usingRecursiveComparison().isEqualTo(ended);
            assertThat(kept.utterances).usingRecursiveComparison().isEqualTo(utterances);
            assertThat(kept.complete).isFalse();
            assertThat(kept.origin).usingRecursiveComparison().isEqualTo(ORIGIN);
        });
        revision = 1;
        assertThat(describe(true).kept()).as("what was read from there").isEmpty();
    }

    @Test
    void nothing_is_kept_of_a_call_that_refuses_to_be_recorded() throws Exception {
        utterances.get(1).pieces.add(piece("file:///c.wav", true));
        ended.facts.othersConsent.recording = false;
        assertThat(describe(true).kept()).isEmpty();
    }

    @Test
    void a_call_that_cannot_be_described_is_named_with_the_record_of_its_end() {
        ended.durationSamples = -1;
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> describe(true))
                .withMessage("describe-calls failed on call %s at ended-calls, partition 3, offset 17"
                        .formatted(ended.id.key()));
    }

    @Test
    void what_is_to_be_transcribed_names_the_record_that_ended_its_call() throws Exception {
        utterances.forEach(utterance -> {
            PieceFacts whole = piece("file:///%s-%d.wav".formatted(utterance.legId, utterance.number), true);
            whole.begin = utterance.begin;
            whole.end = utterance.end;
            utterance.pieces.add(whole);
        });
        var describer = new CallDescriber(new SilenceSettings(0.99, 1.5), true);
        try (var step = new FunctionHarness<>(describer, TypeInformation.of(CallReport.class))) {
            step.take(new GatheredCall(ended, ORIGIN, utterances, List.of(), true, 0));
            assertThat(step.output(CallDescriber.PACKS))
                    .hasSize(2)
                    .allSatisfy(pack ->
                            assertThat(pack.origin).usingRecursiveComparison().isEqualTo(ORIGIN));
            assertThat(step.output().get(0).asked).isEqualTo(2);
        }
    }

    private record Rows(Call call, List<Utterance> utterances, List<Silence> silences, List<KeptCall> kept) {}

    /** Through the operator and the serializers of its outputs. */
    private Rows describe(boolean complete) throws Exception {
        var describer = new CallDescriber(new SilenceSettings(0.99, 1.5), false);
        try (var step = new FunctionHarness<>(describer, TypeInformation.of(CallReport.class))) {
            step.take(new GatheredCall(ended, ORIGIN, utterances, List.of(), complete, revision));
            CallReport report = step.output().get(0);
            return new Rows(
                    report.call,
                    report.utterances,
                    step.output(CallDescriber.SILENCES),
                    step.output(CallDescriber.KEPT));
        }
    }
}

package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.report.CallReport;
import io.undertone.job.runtime.FunctionHarness;
import io.undertone.schema.Call;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.MoodMean;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.Severity;
import io.undertone.udfs.call.SpeakerMood;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.call.Withdrawal;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

/** What the rows of a call say of moods and alerts. */
final class MoodsTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final EndedCallFacts ended = new EndedCallFacts();
    private final LegSummary leg = new LegSummary();
    private final List<UtteranceFacts> utterances = new ArrayList<>();
    private final List<WindowFacts> windows = new ArrayList<>();

    MoodsTest() {
        ended.id = new CallId("acme", "c-1", START.getEpochSecond() * 1_000_000, 0);
        ended.durationSamples = 60 * 8_000;
        ended.legs.add(leg);
        leg.legId = "customer";
        leg.emotionWindows = 2;
        role(Role.CUSTOMER);
    }

    @Test
    void an_utterance_has_the_mood_of_the_windows_that_overlap_it_by_how_much_they_do() throws Exception {
        utterance(1, 10, 14, 0);
        window(1, 8, 11, 0, 0.75, 0.25, 0); // one second
        window(2, 11, 15, 0, 0.15, 0.75, 0.1); // three
        Utterance row = describe().utterances().get(0);
        assertThat(row.getMoodNegative()).isEqualTo(0.3);
        assertThat(row.getMoodNeutral()).isEqualTo(0.625);
        assertThat(row.getMoodPositive()).isEqualTo(0.075);
        assertThat(row.getMood()).isEqualTo("NEUTRAL");
    }

    @Test
    void an_utterance_without_a_window_that_has_scores_has_no_mood() throws Exception {
        utterance(1, 10, 14, 0);
        window(1, 14, 17, 0, 0.75, 0.25, 0);
        window(2, 11, 14, 0).failure = "TIMED_OUT";
        assertThat(describe().utterances().get(0).getMood()).isNull();
        assertThat(describe().utterances().get(0).getMoodNegative()).isNull();
    }

    @Test
    void on_a_shared_leg_only_windows_of_the_same_voice_count_whatever_it_was_called_then() throws Exception {
        role(Role.UNKNOWN);
        leg.voices.addAll(List.of(voice(1, 1), voice(2, 2), voice(3, 2)));
        utterance(1, 10, 14, 1);
        utterance(2, 10, 14, 2);
        utterance(3, 10, 14, 0);
        window(1, 10, 13, 3, 0.75, 0.25, 0);
        assertThat(describe().utterances())
                .extracting(Utterance::getMood)
                .as("another voice, the voice that it turned out to be, nobody knows whose")
                .containsExactly(null, "NEGATIVE", null);
    }

    @Test
    void a_window_of_another_leg_says_nothing() throws Exception {
        utterance(1, 10, 14, 0);
        window(1, 10, 13, 0, 0.75, 0.25, 0).legId = "agent";
        assertThat(describe().utterances().get(0).getMood()).isNull();
    }

    @Test
    void a_window_is_a_row_with_its_place_and_scores() throws Exception {
        WindowFacts window = window(2, 8, 12, 1, 0.125, 0.25, 0.625);
        window.speakerId = "cust-3";
        window.smoothed = new double[] {0.375, 0.5, 0.125};
        window.classes = Map.of("happy", 0.625);
        window.loudnessDeltaDb = 3.5;
        window.model = "emotion 1";
        EmotionWindow row = describe().windows().get(0);
        assertThat(row.getLegId() + "@" + row.getWindowNumber()).isEqualTo("customer@2");
        assertThat(row.getRole() + " " + row.getVoice() + " " + row.getSpeakerId())
                .isEqualTo("CUSTOMER 1 cust-3");
        assertThat(row.getBeginTime()).isEqualTo(START.plusSeconds(8));
        assertThat(row.getBeginS() + " " + row.getEndS()).isEqualTo("8.0 12.0");
        assertThat(row.getMood()).isEqualTo("POSITIVE");
        assertThat(List.of(row.getNegative(), row.getNeutral(), row.getPositive()))
                .containsExactly(0.125, 0.25, 0.625);
        assertThat(List.of(row.getSmoothedNegative(), row.getSmoothedNeutral(), row.getSmoothedPositive()))
                .containsExactly(0.375, 0.5, 0.125);
        assertThat(row.getClassProbabilities()).isEqualTo(Map.of("happy", 0.625));
        assertThat(row.getLoudnessDeltaDb()).isEqualTo(3.5);
        assertThat(row.getEmotionModel()).isEqualTo("emotion 1");
        assertThat(row.getFailure()).isNull();
    }

    @Test
    void a_window_without_an_answer_says_why_and_has_no_mood() throws Exception {
        window(1, 8, 12, 0).failure = "TIMED_OUT";
        EmotionWindow row = describe().windows().get(0);
        assertThat(row.getFailure()).isEqualTo("TIMED_OUT");
        assertThat(row.getMood()).isNull();
        assertThat(row.getNegative()).isNull();
        assertThat(row.getVoice()).isNull();
        assertThat(row.getSmoothedNeutral()).isEqualTo(1);
    }

    @Test
    void of_voices_that_must_not_be_told_apart_a_window_names_none() throws Exception {
        window(1, 8, 12, 1, 1, 0, 0).speakerId = "cust-3";
        ended.facts.gatewayConsent.biometrics = false;
        EmotionWindow row = describe().windows().get(0);
        assertThat(row.getVoice()).isNull();
        assertThat(row.getSpeakerId()).isNull();
    }

    @Test
    void a_call_has_the_moods_of_its_customers_together() throws Exception {
        mood(Role.CUSTOMER, List.of(6, 2, 1), 0.5, 0.75, 8_000);
        SpeakerMood other = mood(Role.CUSTOMER, List.of(0, 1, 0), 0.25, 0.875, 80_000);
        other.switches = 1;
        mood(Role.AGENT, List.of(90, 0, 0), 1, 1, 0);
        Call row = describe().call();
        assertThat(row.getMoodWindows()).isEqualTo(12);
        assertThat(row.getMoodWindowsFailed()).isEqualTo(2);
        assertThat(row.getMoodNegativeShare()).isEqualTo(0.6);
        assertThat(row.getMoodNeutralShare()).isEqualTo(0.3);
        assertThat(row.getMoodPositiveShare()).isEqualTo(0.1);
        assertThat(row.getMoodMeanNegative()).as("nine of 0.5 and one of 0.25").isEqualTo(0.475);
        assertThat(row.getMoodPeakNegative()).isEqualTo(0.875);
        assertThat(row.getMoodPeakNegativeS()).isEqualTo(10);
        assertThat(row.getMoodSwitches()).isEqualTo(4);
        assertThat(row.getMoodTrajectory()).as("of the first").containsExactly(0.25, null, 0.75);
        assertThat(row.getMoodTrajectoryStepS()).isEqualTo(4.096);
    }

    @Test
    void a_call_of_which_no_mood_was_read_has_none() throws Exception {
        mood(Role.AGENT, List.of(90, 0, 0), 1, 1, 0);
        Call row = describe().call();
        assertThat(row.getMoodWindows()).isNull();
        assertThat(row.getMoodPeakNegative()).isNull();
        assertThat(row.getMoodTrajectory()).isNull();
    }

    @Test
    void windows_that_all_failed_have_no_shares() throws Exception {
        SpeakerMood mood = mood(Role.CUSTOMER, List.of(0, 0, 0), 0, 0.125, 0);
        mood.mean = null;
        assertThat(describe().call().getMoodNegativeShare()).isNull();
        assertThat(describe().call().getMoodMeanNegative()).isNull();
        assertThat(describe().call().getMoodWindows()).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_is_not_written_and_said_to_be() throws Exception {
        mood(Role.CUSTOMER, List.of(6, 2, 1), 0.5, 0.75, 8_000);
        leg.emotionWithdrawn = Withdrawal.ROLE_MISMATCH;
        Call row = describe().call();
        assertThat(row.getEmotionWithdrawn()).isEqualTo("ROLE_MISMATCH");
        assertThat(row.getMoodWindows()).isNull();
        assertThat(row.getEmotionStatus()).isNull();

        leg.emotionWithdrawn = null;
        ended.facts.othersConsent.emotion = false;
        assertThat(describe().call().getEmotionWithdrawn()).isEqualTo("CONSENT");
        assertThat(describe().call().getMoodWindows()).isNull();
    }

    @Test
    void a_call_says_whether_all_windows_are_there_whose_moods_might_be_read_and_what_alerts_there_were()
            throws Exception {
        window(1, 8, 11, 0, 1, 0, 0);
        assertThat(describe().call().getEmotionStatus()).isEqualTo("PARTIAL");
        assertThat(describe().call().getUtteranceStatus()).isEqualTo("COMPLETE");
        window(2, 9, 12, 0, 1, 0, 0);
        ended.emotionPolicy = EmotionPolicy.EVERYBODY;
        ended.alerts = 3;
        ended.highestSeverity = Severity.MEDIUM;
        ended.firstAlertSample = 12_000L;
        Call row = describe().call();
        assertThat(row.getEmotionStatus()).isEqualTo("COMPLETE");
        assertThat(row.getEmotionPolicy()).isEqualTo("everybody");
        assertThat(row.getAlertCount()).isEqualTo(3);
        assertThat(row.getHighestSeverity()).isEqualTo("MEDIUM");
        assertThat(row.getFirstAlertS()).isEqualTo(1.5);
    }

    private record Rows(Call call, List<Utterance> utterances, List<EmotionWindow> windows) {}

    private Rows describe() throws Exception {
        var describer = new CallDescriber(new SilenceSettings(0.99, 1.5), false);
        try (var step = new FunctionHarness<>(describer, TypeInformation.of(CallReport.class))) {
            step.take(new GatheredCall(ended, null, utterances, windows, true, 0));
            CallReport report = step.output().get(0);
            return new Rows(report.call, report.utterances, step.output(CallDescriber.WINDOWS));
        }
    }

    private void role(Role role) {
        var party = new PartyFacts();
        party.role = role;
        ended.facts.parties.put(leg.legId, party);
    }

    private void utterance(int number, int fromSecond, int toSecond, int voice) {
        var utterance = new UtteranceFacts();
        utterance.legId = leg.legId;
        utterance.number = number;
        utterance.begin = fromSecond * 8_000L;
        utterance.end = toSecond * 8_000L;
        utterance.voice = voice;
        utterances.add(utterance);
    }

    private WindowFacts window(int number, int fromSecond, int toSecond, int voice, double... moods) {
        var window = new WindowFacts();
        window.legId = leg.legId;
        window.number = number;
        window.begin = fromSecond * 8_000L;
        window.end = toSecond * 8_000L;
        window.role = Role.CUSTOMER;
        window.voice = voice;
        window.moods = moods;
        window.smoothed = new double[] {0, 1, 0};
        windows.add(window);
        return window;
    }

    /** One window failed, three switches, and a trajectory with a hole in it. */
    private SpeakerMood mood(Role role, List<Integer> counts, double meanNegative, double peak, long peakSample) {
        var mood = new SpeakerMood();
        mood.role = role;
        mood.failed = 1;
        mood.windows = 1 + counts.stream().mapToInt(count -> count).sum();
        mood.negativeWindows = counts.get(0);
        mood.neutralWindows = counts.get(1);
        mood.positiveWindows = counts.get(2);
        mood.mean = new MoodMean(meanNegative, 1 - meanNegative, 0);
        mood.peakNegative = peak;
        mood.peakSample = peakSample;
        mood.switches = 3;
        mood.trajectory = List.of(0.25, -1.0, 0.75);
        mood.binSamples = 32_768;
        leg.moods.add(mood);
        return mood;
    }

    private static VoiceFacts voice(int number, int sameAs) {
        var voice = new VoiceFacts();
        voice.number = number;
        voice.sameAs = sameAs;
        return voice;
    }
}

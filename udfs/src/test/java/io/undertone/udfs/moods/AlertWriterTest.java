package io.undertone.udfs.moods;

import static io.undertone.udfs.moods.AlertPhase.CLEARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.speech.PieceFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an alert says. */
final class AlertWriterTest {
    private static final int SPOKEN = SpokenCall.SPOKEN;

    private final SpokenCall call = new SpokenCall();

    @Test
    void an_alert_says_why_in_words() {
        call.speak(6, 0).speak(4, 1, -18);
        assertThat(call.last().reason)
                .isEqualTo("negative 0.84, threshold 0.60, voice 6 dB over usual, 0:10 into the call");
        call.speak(8, 0);
        assertThat(call.of("frustration").get(1).reason)
                .isEqualTo("negative 0.03, for 5 s not over 0.40, 0:17 into the call");
    }

    @Test
    void a_raised_voice_says_so() {
        call.speak(10, 0).speak(3, 0, -12);
        assertThat(call.last().reason).isEqualTo("voice 13 dB over usual, threshold 8 dB, 0:13 into the call");
        call.speak(7, 0);
        assertThat(call.last().phase).isEqualTo(CLEARED);
        assertThat(call.last().reason).isEqualTo("no speech 5 dB over usual for 5 s, 0:18 into the call");
    }

    @ParameterizedTest(name = "{0} dB: {1}")
    @CsvSource({
        "6.6, voice 7 dB over usual",
        "-3.4, voice 3 dB under usual",
        "0.4, voice as loud as usual",
        "-0.4, voice as loud as usual"
    })
    void loudness_reads_in_whole_decibels(double deltaDb, String words) {
        assertThat(Words.loudness(deltaDb)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"0, 0:00", "192, 3:12", "3599, 59:59", "3600, 1:00:00", "7384, 2:03:04"})
    void time_reads_as_on_a_clock(long seconds, String clock) {
        assertThat(Words.into(seconds * SpokenCall.SECOND + 7_999)).isEqualTo(clock + " into the call");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"8, 8 dB", "7.5, 7.5 dB", "12.25, 12.3 dB"})
    void thresholds_in_decibels_keep_their_halves(double decibels, String words) {
        assertThat(Words.decibels(decibels)).isEqualTo(words);
    }

    @Test
    void without_a_usual_loudness_none_is_told() {
        for (int i = 0; i < 6; i++) {
            call.say(new float[] {1, 0, 0}, null);
        }
        AlertFacts raised = call.alerts.get(0);
        assertThat(raised.reason).isEqualTo("negative 0.84, threshold 0.60, 0:04 into the call");
        assertThat(raised.loudnessLufs).isNull();
        assertThat(raised.loudnessDeltaDb).isNull();
    }

    @Test
    void an_alert_carries_what_it_was_decided_by() {
        call.speak(6, 0).speak(4, 1, -18);
        AlertFacts raised = call.last();
        assertThat(raised.enterThreshold).isEqualTo(0.60);
        assertThat(raised.exitThreshold).isEqualTo(0.40);
        assertThat(raised.peakScore).isEqualTo(0.839);
        assertThat(raised.classes).isEqualTo(Map.of("angry", 0.839, "calm", 0.161, "glad", 0.0));
        assertThat(raised.modelId).isEqualTo("ear");
        assertThat(raised.modelVersion).isEqualTo("3");
        assertThat(raised.ruleVersion).isEqualTo(1);
        assertThat(raised.policyVersion).isEqualTo("customers; 0.60/0.75/0.40");
        assertThat(raised.loudnessLufs).isEqualTo(-18);
        assertThat(raised.loudnessDeltaDb).isEqualTo(6.0, within(1e-9)); // over six at −25 and one at −18
        assertThat(raised.beginSample).isEqualTo(9 * SPOKEN - SpokenCall.WINDOW);
        assertThat(raised.speechMillis).isEqualTo(3_008 + 1_024);
    }

    @Test
    void a_raised_voice_names_no_model() {
        call.speak(10, 0).speak(3, 0, -12);
        AlertFacts raised = call.last();
        assertThat(raised.modelId).isEqualTo("none");
        assertThat(raised.modelVersion).isEmpty();
        assertThat(raised.classes).isEmpty();
        assertThat(raised.enterThreshold).isEqualTo(8);
        assertThat(raised.exitThreshold).isEqualTo(5);
        assertThat(raised.score).isEqualTo(13.0);
        assertThat(raised.peakScore).isEqualTo(13);
        assertThat(raised.beginSample).isEqualTo(10 * SPOKEN);
        assertThat(raised.speechMillis).isEqualTo(3 * 1_024);
    }

    @Test
    void the_evidence_grows_while_an_alert_is_open() {
        call.speak(6, 0).speak(6, 1).speak(8, 0);
        AlertFacts cleared = call.last();
        assertThat(cleared.phase).isEqualTo(CLEARED);
        assertThat(cleared.beginSample).isEqualTo(call.alerts.get(0).beginSample);
        assertThat(cleared.peakScore).isEqualTo(0.936);
        assertThat(cleared.speechMillis).isBetween(3_008 + 8 * 1_024L, 3_008 + 10 * 1_024L);
    }

    @Test
    void an_alert_says_how_good_the_audio_was() {
        call.speak(6, 0);
        call.lost = 0.1;
        call.speak(3, 1);
        call.next.clippedShare = 0.5;
        call.speak(1, 1);
        AlertFacts raised = call.last();
        assertThat(raised.lostRatio).isEqualTo(0.05); // 4 of the last 8 s
        assertThat(raised.clippedRatio).isEqualTo(0.127); // 1.024 s of 4.032 s, by half
    }

    @Test
    void an_alert_says_who_spoke_and_who_should_know() {
        call.facts.queueId = "repairs";
        call.facts.direction = Direction.INBOUND;
        call.facts.parties.put("customer", party(Role.CUSTOMER, null));
        call.facts.parties.put("agent", party(Role.AGENT, "agent-7"));
        call.know(true).speak(6, 0).speak(3, 1);
        call.next.speakerId = "ada";
        call.next.speakerScore = 0.8;
        call.speak(1, 1);
        AlertFacts raised = call.last();
        assertThat(raised.legId).isEqualTo("customer");
        assertThat(raised.role).isEqualTo(Role.CUSTOMER);
        assertThat(raised.speaker).isEqualTo(SpeakerLabel.CUSTOMER);
        assertThat(raised.speakerId).isEqualTo("ada");
        assertThat(raised.speakerScore).isEqualTo(0.8);
        assertThat(raised.agentId).isEqualTo("agent-7");
        assertThat(raised.queueId).isEqualTo("repairs");
        assertThat(raised.direction).isEqualTo(Direction.INBOUND);
    }

    @Test
    void the_agent_of_a_shared_leg_is_the_one_it_names() {
        call.facts.parties.put("customer", party(Role.UNKNOWN, "agent-8"));
        call.facts.parties.put("agent", party(Role.AGENT, "agent-7"));
        call.know(true).speak(6, 0).speak(4, 1);
        assertThat(call.last().agentId).isEqualTo("agent-8");
    }

    @Test
    void an_alert_names_the_audio_behind_it() {
        call.speak(6, 0).speak(3, 1);
        long begin = 9 * SPOKEN - SpokenCall.WINDOW;
        long decided = 10 * SPOKEN;
        piece("before", begin - 32_000, begin);
        piece("first", begin - 1_000, begin + 1);
        piece("middle", begin + 1, decided - 1);
        piece("last", decided - 1, decided + 100);
        piece("after", decided, decided + 32_000);
        call.speak(1, 1);
        assertThat(call.last().audio).containsExactly("first", "middle", "last");
    }

    @Test
    void only_the_last_pieces_of_a_leg_are_kept() {
        call.speak(6, 0).speak(3, 1);
        for (int i = 0; i < 20; i++) {
            piece("piece-" + i, 9 * SPOKEN - 100, 9 * SPOKEN);
        }
        call.judge.piece(call.call, "agent", piece(9 * SPOKEN - 100, 9 * SPOKEN));
        call.speak(1, 1);
        assertThat(call.last().audio).hasSize(8).startsWith("piece-12").endsWith("piece-19");
    }

    @Test
    void the_same_call_has_the_same_events_whenever_it_is_judged() {
        var again = new SpokenCall();
        call.speak(6, 0).speak(30, 1, -15).pause(20).end();
        again.speak(6, 0).speak(30, 1, -15).pause(20).end();
        assertThat(again.alerts).usingRecursiveComparison().isEqualTo(call.alerts);
        assertThat(call.alerts).extracting(alert -> alert.eventId).doesNotHaveDuplicates();
        var part = new SpokenCall(SpokenCall.SETTINGS, new CallId("acme", "call-1", 1_700_000_300_000_000L, 1));
        part.speak(6, 0).speak(4, 1);
        assertThat(part.last().alertId).isNotEqualTo(call.alerts.get(0).alertId);
    }

    private static PartyFacts party(Role role, @Nullable String agentId) {
        var party = new PartyFacts();
        party.role = role;
        party.agentId = agentId;
        return party;
    }

    private void piece(String uri, long begin, long end) {
        PieceFacts piece = piece(begin, end);
        piece.uri = uri;
        call.judge.piece(call.call, "customer", piece);
    }

    private static PieceFacts piece(long begin, long end) {
        var piece = new PieceFacts();
        piece.begin = begin;
        piece.end = end;
        return piece;
    }
}

package io.undertone.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.CallInsight;
import io.undertone.schema.EmotionState;
import io.undertone.schema.JudgedWindow;
import io.undertone.schema.MoodScores;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.Speaker;
import io.undertone.schema.UtteranceEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From records as the live leg writes them. */
class LiveRecordsTest {
    private static final int SECOND = 8_000;

    private final Timelines timelines = new Timelines(100, (call, event) -> {});

    @Test
    void an_insight_tells_of_a_second_and_of_the_windows_judged_in_it() {
        LiveRecords.tell(insight().setWindows(List.of(window())).build(), 0, timelines);
        LegTimeline leg = call().legs().iterator().next();
        HeardSecond second = Objects.requireNonNull(leg.newest());
        assertThat(second)
                .isEqualTo(new HeardSecond(
                        "mixed", "UNKNOWN", 41, true, -23.5, 0.1, "CUSTOMER", null, new Moods(0.5, 0.25, 0.25), 6.5));
        assertThat(second.who()).isEqualTo("CUSTOMER");
        assertThat(leg.windows())
                .containsExactly(new MoodWindow(
                        "mixed",
                        1,
                        37,
                        40.5,
                        "CUSTOMER",
                        null,
                        Map.of("angry", 0.75),
                        new Moods(0.75, 0.25, 0),
                        new Moods(0.5, 0.5, 0),
                        null));
    }

    @Test
    void an_insight_may_take_back_what_was_read() {
        LiveRecords.tell(insight().setWindows(List.of(window())).build(), 0, timelines);
        LiveRecords.tell(
                insight().setMediaSecond(42).setEmotion(EmotionState.WITHDRAWN).build(), 0, timelines);
        assertThat(call().legs()).allSatisfy(leg -> {
            assertThat(leg.windows()).isEmpty();
            assertThat(leg.isWithdrawn()).isTrue();
        });
    }

    @Test
    void an_utterance_is_placed_in_seconds() {
        LiveRecords.tell(utterance(), 0, timelines);
        assertThat(call().utterances())
                .containsExactly(new SpokenUtterance("mixed", 2, 1, "AGENT", "robert", 1.5, 4, -25.0));
    }

    private CallTimeline call() {
        return Objects.requireNonNull(timelines.find(Told.CALL));
    }

    private static CallInsight.Builder insight() {
        return CallInsight.newBuilder()
                .setTenantId("acme")
                .setCallId("a")
                .setCallStart(Told.START)
                .setPart(0)
                .setLegId("mixed")
                .setRole(Role.UNKNOWN)
                .setMediaSecond(41)
                .setSpeaking(true)
                .setMomentaryLufs(-23.5)
                .setRmsDbfs(-30)
                .setPeakDbfs(-12)
                .setMeanAbsolute(0.02)
                .setLostRatio(0.1)
                .setSpeaker(Speaker.CUSTOMER)
                .setEmotion(EmotionState.READ)
                .setMood(new MoodScores(0.5, 0.25, 0.25))
                .setLoudnessDeltaDb(6.5);
    }

    private static JudgedWindow window() {
        return JudgedWindow.newBuilder()
                .setWindowNumber(1)
                .setBeginSample(37L * SECOND)
                .setEndSample(40L * SECOND + SECOND / 2)
                .setRole(Role.CUSTOMER)
                .setVoice(2)
                .setClasses(Map.of("angry", 0.75))
                .setMood(new MoodScores(0.75, 0.25, 0.0))
                .setSmoothed(new MoodScores(0.5, 0.5, 0.0))
                .build();
    }

    private static UtteranceEvent utterance() {
        return UtteranceEvent.newBuilder()
                .setTenantId("acme")
                .setCallId("a")
                .setCallStart(Told.START)
                .setPart(0)
                .setLegId("mixed")
                .setUtteranceNumber(2)
                .setVersion(1)
                .setRole(Role.AGENT)
                .setRoleSource(RoleSource.VOICEPRINT)
                .setSpeakerId("robert")
                .setBeginSample(SECOND * 3L / 2)
                .setEndSample(4L * SECOND)
                .setLoudnessLufs(-25.0)
                .setSpeechProbability(0.9)
                .setLostRatio(0)
                .setAudio(List.of())
                .build();
    }
}

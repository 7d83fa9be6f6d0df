package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.audio.SharedAudio;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.VerificationFacts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real call with a leg for each, the agent enrolled with the first 10 s that they say. */
class SeparateLegsTest {
    private static final int TEN_SECONDS = 80_000;
    private static final String NAME = "agent-7";

    @SuppressWarnings("NullAway.Init") // all three are set before all tests
    private static HeardLeg agent;

    @SuppressWarnings("NullAway.Init")
    private static HeardLeg caller;

    @SuppressWarnings("NullAway.Init")
    private static EnrolledVoice enrolled;

    @SuppressWarnings("NullAway.Init")
    private static Verification verification;

    @BeforeAll
    static void hear() throws IOException {
        try (var models = new AskedModels()) {
            short[] samples = samples("agent");
            byte[] speech = models.speech(samples);
            float[] voiceprint = models.enrolledSpeech(Arrays.copyOf(speech, TEN_SECONDS));
            enrolled = new EnrolledVoice(NAME, Role.AGENT, voiceprint);
            agent = HeardLeg.separate(models, samples);
            caller = HeardLeg.separate(models, samples("caller"));
            verification = new Verification(models.settings());
        }
    }

    @Test
    void the_agents_leg_is_verified_and_the_callers_is_not() {
        VerificationFacts own = verification.of(agent.voices, enrolled);
        VerificationFacts others = verification.of(caller.voices, enrolled);
        System.out.printf("auto_repairs_40: agent's leg %s, caller's leg %s%n", own.score, others.score);

        assertThat(own.speakerId).isEqualTo(NAME);
        assertThat(own.verdict).isEqualTo(VerificationFacts.Verdict.VERIFIED);
        assertThat(others.verdict).isEqualTo(VerificationFacts.Verdict.REJECTED);
    }

    @Test
    void legs_that_are_swapped_are_a_mismatch_and_legs_that_are_not_are_none() {
        Map<String, LegVoices> right = Map.of("agent", agent.voices, "customer", caller.voices);
        Map<String, LegVoices> swapped = Map.of("agent", caller.voices, "customer", agent.voices);
        String evidence = verification.mismatch("agent", enrolled, swapped);
        System.out.println("auto_repairs_40, swapped: " + evidence);

        assertThat(verification.mismatch("agent", enrolled, right)).isNull();
        assertThat(Objects.requireNonNull(evidence))
                .matches("voice of agent-7 on leg customer 0\\.\\d\\d, on leg agent -?0\\.\\d\\d");
    }

    @Test
    void each_leg_has_one_voice_that_is_asked_about_once_in_ten_seconds() {
        assertThat(agent.voices.voices).hasSize(1);
        assertThat(caller.voices.voices).hasSize(1);
        assertThat(agent.changes).hasSize(1);
        assertThat(agent.windows).hasSizeBetween(8, 10);
    }

    private static short[] samples(String leg) throws IOException {
        return WavReader.read(SharedAudio.path("calls/auto_repairs_40_%s.wav".formatted(leg)))
                .channels()[0];
    }
}

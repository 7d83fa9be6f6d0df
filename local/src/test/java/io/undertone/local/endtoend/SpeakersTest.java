package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.NamedSpeaker;
import io.undertone.local.enroll.Enroller;
import io.undertone.local.enroll.VoiceRecording;
import io.undertone.schema.EnrollmentStatus;
import io.undertone.schema.Role;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.udfs.audio.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who speaks in real calls: from an enrolment and the gateway to the rows. */
@ExtendWith(SharedSystem.class)
class SpeakersTest {
    private static final String MIXED = "callytics_01_mono";
    private static final int TEN_SECONDS = 80_000;

    private final TestSystem system;

    SpeakersTest(TestSystem system) {
        this.system = system;
    }

    @Test
    void on_a_mixed_leg_the_enrolled_agent_is_known_and_the_other_voice_is_the_customer() throws Exception {
        enrol("emily", Recordings.voice("callytics_CSR01"));
        PlayedCall call = play(mixed("speakers-enrolled").naming(new NamedSpeaker("mixed", Role.AGENT, "emily")));
        assertThat(rightRole(call, "emily enrolled")).isGreaterThanOrEqualTo(0.9);
        assertThat(legs(call)).contains("VERIFIED").contains("emily");
        assertThat(call.database().utterances())
                .extracting(utterance -> utterance.text("role_source"))
                .containsOnly("VOICEPRINT");
        call.assertStoresAgree();
    }

    @Test
    void on_a_mixed_leg_without_enrolment_who_speaks_first_is_guessed_to_be_the_agent() throws Exception {
        PlayedCall call = play(mixed("speakers-guessed"));
        assertThat(rightRole(call, "nobody enrolled")).isGreaterThanOrEqualTo(0.85);
        assertThat(call.database().utterances())
                .extracting(utterance -> utterance.text("role_source"))
                .containsOnly("GUESSED");
    }

    @Test
    void the_agents_leg_is_verified_and_legs_that_were_swapped_are_detected() throws Exception {
        short[] agent = Recordings.real("auto_repairs_40_agent");
        short[] caller = Recordings.real("auto_repairs_40_caller");
        enrol("mechanic", new Recording(8_000, 16, "PCM", new short[][] {firstSpeech(agent)}, List.of()));
        var named = new NamedSpeaker("agent", Role.AGENT, "mechanic");

        PlayedCall right =
                play(Recordings.of("speakers-right", LegRecording.customer(caller), LegRecording.agent(agent))
                        .naming(named));
        assertThat(legs(right)).contains("VERIFIED");
        assertThat(right.database().call().columns().get("role_mismatch")).isNull();

        PlayedCall swapped =
                play(Recordings.of("speakers-swapped", LegRecording.customer(agent), LegRecording.agent(caller))
                        .naming(named));
        assertThat(legs(swapped)).contains("REJECTED");
        assertThat(swapped.database().call().text("role_mismatch")).contains("voice of mechanic on leg customer");
    }

    private PlayedCall play(CallRecording recording) throws Exception {
        return system.play(Recordings.plain(recording));
    }

    private void enrol(String speaker, Recording voice) throws IOException {
        SpeakerEnrollment enrolment = new VoiceRecording(TestSystem.TENANT, speaker, null, true, Path.of(speaker))
                .with(voice, UUID.randomUUID(), Instant.now());
        var result = new Enroller(system.brokers(), Duration.ofSeconds(60)).enrol(enrolment);
        assertThat(result.getStatus()).isEqualTo(EnrollmentStatus.ENROLLED);
    }

    /** Share of the reference's time that lies in utterances, and of that, the share with the right role. */
    private static double rightRole(PlayedCall call, String how) throws IOException {
        long spoken = 0;
        long right = 0;
        for (Recordings.Spoken turn : Recordings.spoken(MIXED)) {
            for (Row utterance : call.database().utterances()) {
                long overlap = Math.min(turn.span().toSample(), utterance.sample("end_s"))
                        - Math.max(turn.span().fromSample(), utterance.sample("begin_s"));
                spoken += Math.max(0, overlap);
                right += utterance.text("role").equals(turn.role()) ? Math.max(0, overlap) : 0;
            }
        }
        double share = (double) right / spoken;
        System.out.printf("%s, %s: right role for %.1f %% of what was said in the turns%n", MIXED, how, 100 * share);
        return share;
    }

    /** All that is written of a call's legs. */
    private String legs(PlayedCall call) {
        return new DatabaseRows(system.local().config().postgres())
                .legs(call.script().recording().callId());
    }

    private static CallRecording mixed(String id) throws IOException {
        return Recordings.of(id, LegRecording.mixed(Recordings.real(MIXED)));
    }

    /** Ten seconds from where the leg is first heard. */
    private static short[] firstSpeech(short[] leg) {
        int from = 0;
        while (Math.abs(leg[from]) < 1_000) {
            from++;
        }
        return Arrays.copyOfRange(leg, from, from + TEN_SECONDS);
    }
}

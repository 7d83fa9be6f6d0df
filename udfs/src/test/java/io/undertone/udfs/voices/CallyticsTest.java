package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.audio.SharedAudio;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.VoiceFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A mixed call whose turns and roles are known. */
class CallyticsTest {
    private static final Pattern TURN =
            Pattern.compile("(\\d+):(\\d+):(\\d+),(\\d+) --> (\\d+):(\\d+):(\\d+),(\\d+)\\s+\\[(\\w+)]");

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static AskedModels models;

    @BeforeAll
    static void open() {
        models = new AskedModels();
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void with_the_agent_enrolled_nine_tenths_of_the_speech_have_the_right_role() throws IOException {
        float[] voiceprint = models.enrolled(samples("voiceprints/callytics_CSR01.wav"));
        var agent = new EnrolledVoice("CSR01", Role.AGENT, voiceprint);
        List<VoiceFacts> facts = assertRight("enrolled", List.of(agent), 0.9);

        assertThat(facts)
                .filteredOn(voice -> voice.role == Role.AGENT)
                .isNotEmpty()
                .allSatisfy(voice -> {
                    assertThat(voice.roleSource).isEqualTo(RoleSource.VOICEPRINT);
                    assertThat(voice.speakerId).isEqualTo("CSR01");
                    assertThat(voice.score).isGreaterThan(0.6);
                });
        assertThat(facts)
                .filteredOn(voice -> voice.role == Role.CUSTOMER)
                .isNotEmpty()
                .allSatisfy(voice -> {
                    assertThat(voice.roleSource).isEqualTo(RoleSource.VOICEPRINT);
                    assertThat(voice.speakerId).isNull();
                });
    }

    @Test
    void with_nobody_enrolled_who_speaks_first_is_the_agent() throws IOException {
        List<VoiceFacts> facts = assertRight("nobody enrolled", List.of(), 0.85);

        assertThat(facts).extracting(voice -> voice.roleSource).containsOnly(RoleSource.GUESSED);
    }

    private static List<VoiceFacts> assertRight(String how, List<EnrolledVoice> enrolled, double least)
            throws IOException {
        var roles = new VoiceRoles(models.settings());
        short[] samples = samples("calls/callytics_01_mono.wav");
        HeardLeg leg = HeardLeg.mixed(models, samples, voices -> roles.ofMixedLeg(voices, enrolled, Direction.INBOUND));
        List<VoiceFacts> facts = roles.ofMixedLeg(leg.voices, enrolled, Direction.INBOUND);
        List<Turn> turns = turns();
        double ended = Turn.right(turns, leg.spoken, leg.ended(facts));
        System.out.printf(
                "callytics_01, %s: right role for %.1f %% of speech in the ended call, %.1f %% live; %d voices;"
                        + " utterances cover %.1f %% of the turns%n",
                how,
                100 * ended,
                100 * Turn.right(turns, leg.spoken, leg.live),
                leg.voices.voices.size(),
                100 * Turn.heard(turns, leg.spoken));
        assertThat(ended).isGreaterThanOrEqualTo(least);
        return facts;
    }

    private static short[] samples(String name) throws IOException {
        return WavReader.read(SharedAudio.path(name)).atEightKilohertz().channels()[0];
    }

    private static List<Turn> turns() throws IOException {
        List<Turn> turns = new ArrayList<>();
        Matcher turn = TURN.matcher(Files.readString(SharedAudio.path("calls/callytics_01_mono.srt")));
        while (turn.find()) {
            Role role = turn.group(9).equals("CSR") ? Role.AGENT : Role.CUSTOMER;
            turns.add(new Turn(sample(turn, 1), sample(turn, 5), role));
        }
        return turns;
    }

    private static long sample(Matcher turn, int group) {
        long seconds = 0;
        for (int i = 0; i < 3; i++) {
            seconds = seconds * 60 + Long.parseLong(turn.group(group + i));
        }
        return (seconds * 1_000 + Long.parseLong(turn.group(group + 3))) * 8;
    }
}

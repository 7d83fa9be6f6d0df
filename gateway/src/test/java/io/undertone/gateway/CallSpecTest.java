package io.undertone.gateway;

import static io.undertone.gateway.Calls.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schema.Direction;
import io.undertone.schema.Role;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallSpecTest {
    @TempDir
    Path folder;

    private final short[] left = noise(0.5, 1);
    private final short[] right = noise(0.5, 2);
    private String mono = "";
    private String stereo = "";

    @BeforeEach
    void record() {
        mono = WavFiles.mono(folder.resolve("caller.one.wav"), 8000, left).toString();
        stereo = WavFiles.stereo(folder.resolve("both.wav"), left, right).toString();
    }

    @Test
    void two_files_are_two_legs_named_after_the_first() throws IOException {
        String agent = WavFiles.mono(folder.resolve("agent.wav"), 8000, right).toString();

        CallRecording call = read("customer=" + mono + ",agent=" + agent);

        assertThat(call.tenant()).isEqualTo("acme");
        assertThat(call.callId()).isEqualTo("caller.one");
        assertThat(call.legs()).extracting(LegRecording::legId).containsExactly("customer", "agent");
        assertThat(Arrays.equals(call.legs().get(0).samples(), left)).isTrue();
        assertThat(Arrays.equals(call.legs().get(1).samples(), right)).isTrue();
    }

    @Test
    void a_stereo_file_is_two_legs_left_the_customer() throws IOException {
        CallRecording call = read("stereo=" + stereo + ",id=complaint 7");

        assertThat(call.callId()).isEqualTo("complaint 7");
        assertThat(call.legs()).extracting(LegRecording::role).containsExactly(Role.CUSTOMER, Role.AGENT);
        assertThat(Arrays.equals(call.legs().get(0).samples(), left)).isTrue();
        assertThat(Arrays.equals(call.legs().get(1).samples(), right)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"customer, CUSTOMER", "agent, AGENT", "mixed, UNKNOWN"})
    void one_mono_file_is_the_leg_that_its_key_says(String key, Role role) throws IOException {
        LegRecording leg = read(key + "=" + mono).legs().get(0);

        assertThat(leg.legId()).isEqualTo(key);
        assertThat(leg.role()).isEqualTo(role);
    }

    @Test
    void another_rate_becomes_8_khz_with_a_note_that_names_the_file() throws IOException {
        Path wide = WavFiles.mono(folder.resolve("wide.wav"), 16_000, noise(2, 3));

        CallRecording call = read("mixed=" + wide);

        assertThat(call.legs().get(0).samples().length).isEqualTo(8_000);
        assertThat(call.notes()).containsExactly(wide + ": resampled from 16000 Hz to 8000 Hz");
    }

    @Test
    void flac_and_mp3_make_calls_too() throws IOException {
        Path flac = AudioFilesTest.file("mono8.flac");
        Path mp3 = AudioFilesTest.file("telephone.mp3");

        CallRecording call = read("customer=" + flac + ",agent=" + mp3);

        assertThat(call.callId()).isEqualTo("mono8");
        assertThat(call.legs().get(0).samples().length).isEqualTo(500);
        assertThat(call.legs().get(1).samples().length).isGreaterThanOrEqualTo(4000);
    }

    @Test
    void a_comma_in_a_file_name_is_part_of_it() throws IOException {
        Path odd = WavFiles.mono(folder.resolve("3 March, 9 am.wav"), 8000, left);

        assertThat(read("customer=" + odd + ",agent=" + mono).callId()).isEqualTo("3 March, 9 am");
    }

    @Test
    void a_stereo_file_given_as_mono_is_refused_with_the_way_out() {
        for (String key : new String[] {"customer", "agent", "mixed"}) {
            assertThatThrownBy(() -> read(key + "=" + stereo))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("%s has 2 channels; use stereo=%s", stereo, stereo);
        }
    }

    @Test
    void a_mono_file_given_as_stereo_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> read("stereo=" + mono))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s has 1 channel; use customer=, agent= or mixed=%s", mono, mono);
    }

    @Test
    void a_file_that_is_no_recording_is_named() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.wav"), "hello");

        assertThatThrownBy(() -> read("mixed=" + text))
                .isInstanceOf(UnsupportedAudioException.class)
                .hasMessageContaining(text.toString());
    }

    @Test
    void an_unknown_key_is_refused_with_the_known_ones() {
        assertRefused("customer=" + mono + ",caller=" + mono, "unknown key 'caller'");
        assertRefused(
                mono,
                "expected customer=, agent=, mixed=, stereo=, agent-speaker=, customer-speaker=, direction= or id=");
        assertRefused("", "unknown key ''");
    }

    @Test
    void a_key_twice_or_without_value_is_refused() {
        assertRefused("customer=" + mono + ",customer=" + mono, "customer= stands twice");
        assertRefused("customer=" + mono + ",agent=", "agent= has no value");
    }

    @Test
    void a_missing_file_is_refused_with_its_whole_path() {
        Path missing = folder.resolve("gone.wav");

        assertRefused("customer=" + missing, "no recording at " + missing);
        assertRefused("customer=" + folder, "no recording at " + folder);
        assertRefused("id=alone", "names no recording");
    }

    @Test
    void mixed_or_stereo_beside_another_file_is_refused() {
        assertRefused("mixed=" + mono + ",agent=" + mono, "stand alone");
        assertRefused("customer=" + mono + ",stereo=" + stereo, "stand alone");
        assertRefused("mixed=" + mono + ",stereo=" + stereo, "stand alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "a/b", "a\tb"})
    void a_hostile_id_is_refused(String id) {
        assertThatThrownBy(() -> read("customer=" + mono + ",id=" + id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call_id");
    }

    @Test
    void both_who_share_a_leg_may_be_named_and_who_called() throws IOException {
        CallRecording call = read("mixed=" + mono + ",customer-speaker=bert,agent-speaker=anna,direction=outbound");

        assertThat(call.speakers())
                .containsExactly(
                        new NamedSpeaker("mixed", Role.AGENT, "anna"),
                        new NamedSpeaker("mixed", Role.CUSTOMER, "bert"));
        assertThat(call.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(read("mixed=" + mono).direction()).isEqualTo(Direction.INBOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stereo", "agent"})
    void who_has_a_leg_of_their_own_is_named_on_it(String key) throws IOException {
        CallRecording call = read(key + "=" + (key.equals("stereo") ? stereo : mono) + ",agent-speaker=anna");

        assertThat(call.speakers()).containsExactly(new NamedSpeaker("agent", Role.AGENT, "anna"));
    }

    @Test
    void a_speaker_without_a_leg_or_with_a_hostile_id_is_refused() {
        assertRefused("customer=" + mono + ",agent-speaker=anna", "agent-speaker= needs agent=, mixed= or stereo=");
        assertRefused("agent=" + mono + ",customer-speaker=b", "customer-speaker= needs customer=, mixed= or stereo=");
        assertRefused("agent=" + mono + ",agent-speaker=a|b", "speaker_id holds a forbidden character");
        assertRefused("agent-speaker=anna", "names no recording");
    }

    @Test
    void a_direction_that_is_none_is_refused() {
        assertRefused("mixed=" + mono + ",direction=up", "need direction=inbound or outbound, got 'up'");
    }

    private static CallRecording read(String spec) throws IOException {
        return CallSpec.parse(spec).read("acme");
    }

    private static void assertRefused(String spec, String message) {
        assertThatThrownBy(() -> CallSpec.parse(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

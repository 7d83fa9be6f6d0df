package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PairingTest {
    @ParameterizedTest
    @CsvSource({
        "7_agent.wav 7_customer.wav, 7 agent=7_agent.wav customer=7_customer.wav",
        "7_agent.wav 7_caller.mp3, 7 agent=7_agent.wav customer=7_caller.mp3",
        "7_AGENT.WAV 7_Caller.WAV, 7 agent=7_AGENT.WAV customer=7_Caller.WAV",
        "a_b_agent a_b_customer, a_b agent=a_b_agent customer=a_b_customer",
        "call.1_agent.wav call.1_caller.wav, call.1 agent=call.1_agent.wav customer=call.1_caller.wav"
    })
    void two_legs_of_a_name_are_one_call(String files, String call) {
        assertThat(calls(files, files, false)).containsExactly(call);
    }

    @Test
    void every_other_file_is_a_call_of_its_own() {
        assertThat(calls("agent.wav 7.wav 7.mp3 _agent.wav 7_agents.wav", "", false))
                .containsExactly(
                        "agent whole=agent.wav",
                        "7 whole=7.wav",
                        "7 whole=7.mp3",
                        "_agent whole=_agent.wav",
                        "7_agents whole=7_agents.wav");
    }

    @Test
    void a_leg_waits_for_the_other_one_for_a_while() {
        assertThat(calls("7_agent.wav", "7_agent.wav", false)).isEmpty();
        assertThat(calls("7_agent.wav", "7_agent.wav", true)).containsExactly("7 agent=7_agent.wav");
    }

    @Test
    void a_leg_waits_as_long_as_it_takes_for_one_that_is_being_written() {
        assertThat(calls("7_agent.wav", "7_agent.wav 7_caller.wav", true)).isEmpty();
    }

    @Test
    void legs_of_other_names_are_no_pair() {
        assertThat(calls("7_agent.wav 8_customer.wav", "7_agent.wav 8_customer.wav", false))
                .isEmpty();
    }

    @Test
    void a_third_leg_waits_for_a_fourth() {
        String three = "7_agent.mp3 7_agent.wav 7_customer.wav";
        assertThat(calls(three, three, false)).containsExactly("7 agent=7_agent.mp3 customer=7_customer.wav");
        assertThat(calls(three + " 7_customer.mp3", three, false))
                .containsExactly(
                        "7 agent=7_agent.mp3 customer=7_customer.wav", "7 agent=7_agent.wav customer=7_customer.mp3");
    }

    private static List<String> calls(String files, String names, boolean waited) {
        List<HashedFile> complete = Stream.of(files.split(" "))
                .map(name -> new HashedFile(new FileStamp(name, 1, 1), "0".repeat(64)))
                .toList();
        return Pairing.calls(complete, Arrays.asList(names.split(" ")), file -> waited).stream()
                .map(PairingTest::said)
                .toList();
    }

    private static String said(WatchedCall call) {
        var said = new StringBuilder(call.name());
        call.files()
                .forEach((key, file) -> said.append(' ').append(key).append('=').append(file.name()));
        return said.toString();
    }
}

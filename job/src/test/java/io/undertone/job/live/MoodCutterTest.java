package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.VadFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MoodCutterTest {
    private final CallId id = KnownCall.id("c-1", 0);
    private long position;
    private CallHarness<CallProduct, CallProduct> calls;

    @BeforeEach
    void open() throws Exception {
        calls = open(2, EmotionPolicy.CUSTOMERS);
    }

    @AfterEach
    void the_end_leaves_nothing() throws Exception {
        calls.take(CallProduct.ended(id, KnownCall.ORIGIN, KnownCall.endedFacts(id, 0)));
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void items_are_numbered_in_their_order_whatever_way_they_take() throws Exception {
        calls.take(facts(true, null));
        calls.take(speech(Role.CUSTOMER, RoleSource.GATEWAY, 128));
        calls.take(facts(true, null));
        assertThat(numbers(calls.drain())).containsExactly(0L, 5L);
        List<CallProduct> windows = calls.drain(MoodCutter.WINDOWS);
        assertThat(numbers(windows)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(windows.subList(2, 4))
                .allSatisfy(window -> assertThat(window.muLaw).hasSize(94 * VadFrame.SAMPLES));
    }

    /** What the default must never do, whatever was said of the call. */
    static Stream<Arguments> nobodies() {
        Stream<Arguments> others = Stream.of(Role.values())
                .filter(role -> role != Role.CUSTOMER)
                .map(role -> Arguments.of(role, RoleSource.GATEWAY, true, null));
        Stream<Arguments> unsure = Stream.of(RoleSource.GUESSED, RoleSource.UNKNOWN, RoleSource.LLM)
                .map(source -> Arguments.of(Role.CUSTOMER, source, true, null));
        return Stream.of(
                        others,
                        unsure,
                        Stream.of(
                                Arguments.of(Role.CUSTOMER, RoleSource.GATEWAY, false, null),
                                Arguments.of(Role.CUSTOMER, RoleSource.GATEWAY, null, null),
                                Arguments.of(
                                        Role.CUSTOMER,
                                        RoleSource.GATEWAY,
                                        true,
                                        "the agent's voice is on leg customer")))
                .flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0} by {1}, consent {2}, mismatch {3}")
    @MethodSource("nobodies")
    void by_default_no_window_is_cut_of(
            Role role, RoleSource source, @Nullable Boolean consent, @Nullable String mismatch) throws Exception {
        calls.take(facts(consent, mismatch));
        calls.take(speech(role, source, 320));
        assertThat(calls.drain(MoodCutter.WINDOWS)).isEmpty();
        assertThat(calls.drain()).as("nor is anything told of that speech").hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GATEWAY", "SIPREC", "VOICEPRINT"})
    void a_customer_who_is_known_to_be_one_by(RoleSource source) throws Exception {
        calls.take(facts(true, null));
        calls.take(speech(Role.CUSTOMER, source, 320));
        assertThat(calls.drain(MoodCutter.WINDOWS)).hasSize(10);
    }

    @Test
    void the_switch_reads_agents_who_agreed() throws Exception {
        try (var everybody = open(2, EmotionPolicy.EVERYBODY)) {
            everybody.take(facts(true, null));
            everybody.take(speech(Role.AGENT, RoleSource.GATEWAY, 320));
            assertThat(everybody.drain(MoodCutter.WINDOWS)).hasSize(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void a_restart_in_mid_window_changes_nothing(int before, int after) throws Exception {
        assertThat(windows(before, after)).isEqualTo(windows(before, before)).hasSize(80);
    }

    private List<String> windows(int before, int after) throws Exception {
        CallHarness<CallProduct, CallProduct> calls = open(before, EmotionPolicy.CUSTOMERS);
        List<CallId> ids =
                IntStream.range(0, 20).mapToObj(i -> KnownCall.id("c-" + i, 0)).toList();
        for (CallId call : ids) {
            position = 0;
            calls.take(facts(call, true, null));
            calls.take(speech(call, Role.CUSTOMER, RoleSource.GATEWAY, 80));
        }
        List<CallProduct> cut = new ArrayList<>(calls.drain(MoodCutter.WINDOWS));
        if (before != after) {
            calls = calls.rescaled(after);
        }
        for (CallId call : ids) {
            position = 80 * VadFrame.SAMPLES;
            calls.take(speech(call, Role.CUSTOMER, RoleSource.GATEWAY, 70));
        }
        cut.addAll(calls.drain(MoodCutter.WINDOWS));
        List<String> windows = cut.stream()
                .map(out -> Objects.requireNonNull(out.second))
                .map(second -> second.window + " " + second.windowFrom + " " + second.to)
                .sorted()
                .toList();
        calls.close();
        return windows;
    }

    private static List<Long> numbers(List<CallProduct> items) {
        return items.stream().map(item -> item.number).toList();
    }

    private CallProduct facts(@Nullable Boolean consent, @Nullable String mismatch) {
        return facts(id, consent, mismatch);
    }

    private static CallProduct facts(CallId id, @Nullable Boolean consent, @Nullable String mismatch) {
        var facts = new CallFacts();
        facts.gatewayConsent.emotion = consent;
        facts.roleMismatch = mismatch;
        return CallProduct.facts(id, KnownCall.ORIGIN, CallProduct.UNORDERED, facts);
    }

    private CallProduct speech(Role role, RoleSource source, int frames) {
        return speech(id, role, source, frames);
    }

    private CallProduct speech(CallId id, Role role, RoleSource source, int frames) {
        SpeechBlock block = SpeechBlock.of(KnownCall.CUSTOMER);
        block.role = role;
        block.roleSource = source;
        for (int i = 0; i < frames; i++) {
            block.add(position, new byte[VadFrame.SAMPLES], 0, 1);
            position += VadFrame.SAMPLES;
        }
        return CallProduct.speech(id, KnownCall.ORIGIN, CallProduct.UNORDERED, block);
    }

    private static CallHarness<CallProduct, CallProduct> open(int parallelism, EmotionPolicy policy) throws Exception {
        return CallHarness.ofFunction(
                () -> new MoodCutter((tenant, facts) ->
                        MoodRights.of(policy, facts.emotionConsent(), Boolean.TRUE.equals(facts.emotionConsent()))),
                parallelism);
    }
}

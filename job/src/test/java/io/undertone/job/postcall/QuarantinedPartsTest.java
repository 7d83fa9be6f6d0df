package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Aside;
import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.GatherRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was gathered of a call is gone seconds after it is put aside, and not only when patience ends. */
final class QuarantinedPartsTest {
    private static final int HEARD = 5_600;

    private final Aside aside = new Aside();
    private final Parts bad = new Parts("c-1");
    private final Parts good = new Parts("c-2");

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void nothing_of_it_is_kept_over_a_rescale_and_what_comes_is_diverted(int before, int after) throws Exception {
        var calls = open(before);
        calls.takeAll(List.of(bad.utterance(1), bad.utterance(2), good.utterance(1)));
        aside.hold("acme|c-1");
        try (var restarted = calls.rescaled(after)) {
            restarted.pass(HEARD);
            assertThat(restarted.timers()).isEqualTo(1);

            restarted.takeAll(List.of(bad.ended(2), good.ended(1)));
            assertThat(restarted.drain())
                    .extracting(gathered -> gathered.ended().id.callId)
                    .containsExactly("c-2");
            assertThat(restarted.drain(CallGatherer.REJECTED)).singleElement().satisfies(letter -> {
                assertThat(letter.reason()).isEqualTo("QUARANTINED");
                assertThat(letter.callId()).isEqualTo("c-1");
            });
            aside.hold("acme|c-1", "acme|c-2");
            restarted.pass(HEARD);
            restarted.assertNothingIsLeft();
        }
    }

    private CallHarness<CallPart, GatheredCall> open(int parallelism) throws Exception {
        var rules = new GatherRules(86_400_000, 90_000_000);
        return CallHarness.of(() -> new CallGatherer(rules, new Patience(1_000, 10_000)).heeding(aside), parallelism);
    }
}

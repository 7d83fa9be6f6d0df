package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.RecordOrigin;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StepFailureTest {
    private final Exception bug = new IllegalStateException("a bug");

    @Test
    void it_names_step_call_and_record_and_keeps_its_cause() {
        assertThat(StepFailure.in(Step.MEASURE_LOUDNESS, new Said("acme|c-1", 17), bug))
                .hasMessage("measure-loudness failed on call acme|c-1 at call-media, partition 3, offset 17")
                .hasCause(bug);
    }

    @Test
    void without_a_record_a_deadline_is_to_blame() {
        assertThat(StepFailure.in(Step.SEQUENCE_AUDIO, "acme|c-1", null, bug))
                .hasMessage("sequence-audio failed on call acme|c-1 when a deadline passed");
    }

    @Test
    void what_a_later_step_of_the_chain_has_said_goes_through_unchanged() {
        Exception said = StepFailure.in(Step.ASSEMBLE_UTTERANCES, new Said("acme|c-1", 17), bug);
        var chained = new ExceptionInChainedOperatorException(said);
        assertThat(StepFailure.in(Step.MEASURE_LOUDNESS, new Said("acme|c-2", 18), chained))
                .isSameAs(chained);
        assertThat(StepFailure.amid(Step.DETECT_SPEECH, List.of(new Said("acme|c-2", 18)), chained))
                .isSameAs(chained);
    }

    @Test
    void a_sink_that_fails_behind_a_step_is_not_that_step() {
        var chained = new ExceptionInChainedOperatorException(bug);
        assertThat(StepFailure.in(Step.COMPLETE_UTTERANCES, new Said("acme|c-1", 17), chained))
                .hasMessageStartingWith("a step behind complete-utterances failed on call acme|c-1");
    }

    @Test
    void in_a_batch_each_call_is_named_once_by_its_first_record() {
        var batch = List.of(new Said("acme|c-1", 17), new Said("acme|c-2", 18), new Said("acme|c-1", 19));
        assertThat(StepFailure.amid(Step.DETECT_SPEECH, batch, bug))
                .hasMessage("detect-speech failed on one of 2 calls: "
                        + "call acme|c-1 at call-media, partition 3, offset 17; "
                        + "call acme|c-2 at call-media, partition 3, offset 18");
    }

    @Test
    void of_a_large_batch_eight_are_named_and_the_others_counted() {
        var batch = IntStream.range(0, 200)
                .mapToObj(i -> new Said("acme|c-" + i, i))
                .toList();
        assertThat(StepFailure.amid(Step.DETECT_SPEECH, batch, bug))
                .hasMessageStartingWith("detect-speech failed on one of 200 calls: call acme|c-0 at")
                .hasMessageContaining("call acme|c-7 at")
                .hasMessageEndingWith("offset 7; and 192 more");
    }

    private record Said(String key, long offset) implements Keyed {
        @Override
        public @Nullable RecordOrigin origin() {
            return new RecordOrigin("call-media", 3, offset, 0, 900);
        }
    }
}

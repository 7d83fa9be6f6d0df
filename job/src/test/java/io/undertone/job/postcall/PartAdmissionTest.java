package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.undertone.job.runtime.FunctionHarness;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

final class PartAdmissionTest {
    @Test
    void what_could_be_read_passes_and_the_rest_goes_to_the_dead_letters() throws Exception {
        CallPart unusable = new Parts("c-1").utterance(1);
        unusable.utterance = null;
        unusable.unusable = "IMPLAUSIBLE_PART";
        var type = TypeInformation.of(CallPart.class);
        try (var step = new FunctionHarness<>(new PartAdmission(Step.ADMIT_UTTERANCES), type)) {
            step.take(new Parts("c-1").ended(0));
            step.take(unusable);

            assertThat(step.output()).hasSize(1);
            assertThat(step.output(PartAdmission.REJECTED))
                    .extracting(Rejected::stage, Rejected::reason)
                    .containsExactly(tuple("admit-utterances", "IMPLAUSIBLE_PART"));
        }
    }
}

package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.FunctionHarness;
import io.undertone.job.runtime.Step;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
    @Test
    void what_belongs_to_a_call_passes_and_the_rest_goes_to_the_dead_letters_without_content() throws Exception {
        var call = new GatewayCall("c-1");
        MediaRecord unusable = call.frame(GatewayCall.AGENT, 1);
        unusable.frame = null;
        unusable.unusable = "CORRUPT";
        unusable.detail = "found bytes that are no AudioFrame";
        var type = TypeInformation.of(MediaRecord.class);
        try (var step = new FunctionHarness<>(new Admission<>(Step.ADMIT_UPDATES), type)) {
            step.take(call.frame(GatewayCall.AGENT, 0));
            step.take(unusable);

            assertThat(step.output()).hasSize(1);
            assertThat(step.output(Admission.REJECTED)).singleElement().satisfies(letter -> {
                assertThat(letter.stage()).isEqualTo("admit-updates");
                assertThat(letter.reason()).isEqualTo("CORRUPT");
                assertThat(letter.detail()).isEqualTo(unusable.detail);
                assertThat(letter.tenantId()).as("which may be hostile").isNull();
                assertThat(letter.callId()).isNull();
                assertThat(letter.origin()).usingRecursiveComparison().isEqualTo(unusable.origin);
            });
        }
    }
}

package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleSettingsTest {
    private static final int FIELDS = 7;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_limit_of_zero_is_refused(int field) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(field, 0)).withMessageContaining("0 ms");
    }

    @Test
    void padding_may_be_zero_but_not_negative() {
        assertThat(with(6, 0).securePausePaddingMillis()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> with(6, -1)).withMessageContaining("-1");
    }

    @Test
    void every_limit_is_a_setting() {
        var quick = new CallScenario(new LifecycleSettings(700, 600, 500, 400, 300, 200, 100));
        quick.started().frame("customer", 0);

        assertThat(quick.advanceTo(300).header().reason()).isEqualTo(CloseReason.CALL_LIMIT);
        assertThat(quick.advanceTo(500).call.life.phase).isEqualTo(CallPhase.ABSENT);
    }

    private static LifecycleSettings with(int field, long value) {
        long[] millis = new long[FIELDS];
        Arrays.fill(millis, 100);
        millis[field] = value;
        return new LifecycleSettings(millis[0], millis[1], millis[2], millis[3], millis[4], millis[5], millis[6]);
    }
}

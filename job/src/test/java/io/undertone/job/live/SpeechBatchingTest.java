package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.model.ModelDirectories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechBatchingTest {
    private final SpeechBatching batching = new SpeechBatching(128, 40, new ModelDirectories("models", "cache"));

    @ParameterizedTest
    @CsvSource({"0, 40", "39, 40", "41, 41", "150, 150", "201, 200", "60000, 200"})
    void a_batch_waits_as_long_as_the_last_run_took_but_not_for_ever(long lastRunMillis, long waitMillis) {
        assertThat(batching.waitMillis(lastRunMillis)).isEqualTo(waitMillis);
    }
}

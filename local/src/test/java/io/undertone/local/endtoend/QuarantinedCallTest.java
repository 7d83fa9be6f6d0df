package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.SampleCall;
import io.undertone.job.Settings;
import io.undertone.job.live.LiveSettings;
import io.undertone.job.runtime.Quarantine;
import io.undertone.local.system.LocalConfig;
import io.undertone.local.system.RunDirectory;
import io.undertone.udfs.speech.Erasure;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call on the line is put aside: no stage of the live leg keeps anything of it, and its audio is erased. */
class QuarantinedCallTest {
    private static final long START_MILLIS = 1_767_607_200_000L; // 2026-01-05T10:00:00Z
    private static final int SECONDS = 30;
    /** The sample begins with three seconds of nothing; by then there is state in every stage, and audio. */
    private static final int ASIDE_AT_FRAME = 250;

    private static final int HEARD_MILLIS = 6_000;

    @TempDir
    private Path directory;

    private final AtomicReference<Set<String>> calls = new AtomicReference<>(Set.of());

    @Test
    void no_stage_keeps_anything_of_it_and_what_was_stored_is_erased() throws Exception {
        LiveSettings settings =
                Settings.live(LocalConfig.unconnected(Recordings.projectRoot(), new RunDirectory(directory)));
        var call = new LongCall(SampleCall.read(TestSystem.TENANT).legs(), START_MILLIS, SECONDS);
        AtomicReference<Set<String>> aside = calls;
        Quarantine.Source source = () -> () -> Objects.requireNonNull(aside.get());
        try (var chain = new LiveChain(settings, source, START_MILLIS)) {
            play(call, chain, 0, ASIDE_AT_FRAME);
            assertThat(chain.stateBytes())
                    .allSatisfy((stage, bytes) -> assertThat(bytes)
                            .as("%s has something to let go of", stage)
                            .isPositive());

            calls.set(Set.of("acme|four-hours"));
            long now = START_MILLIS + ASIDE_AT_FRAME * (long) LongCall.FRAME_MILLIS;
            for (long passed = 0; passed < HEARD_MILLIS; passed += LongCall.FRAME_MILLIS) {
                chain.clock(now + passed);
            }

            assertThat(chain.leftOvers()).isZero();
            assertThat(chain.ended).isEmpty();
            assertThat(chain.erasures)
                    .filteredOn(erasure -> erasure.until == Erasure.EVERYTHING)
                    .singleElement()
                    .satisfies(erasure -> assertThat(erasure.directory).contains("/acme/", "/four-hours/"));
            play(call, chain, ASIDE_AT_FRAME, call.frames());
            assertThat(chain.leftOvers()).as("whatever comes of it").isZero();
        }
    }

    private static void play(LongCall call, LiveChain chain, int from, int to) throws Exception {
        for (int n = from; n < to; n++) {
            chain.clock(START_MILLIS + (n + 1L) * LongCall.FRAME_MILLIS);
            for (var record : call.at(n)) {
                chain.take(record);
            }
        }
    }
}

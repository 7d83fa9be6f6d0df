package io.undertone.bench;

import io.undertone.local.system.RunDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@link LiveLeg} as its parent sees it. */
final class LiveLegProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private LiveLegProcess(Process process) {
        this.process = process;
    }

    /** Starts the leg and waits until all its tasks run; {@code settings} stand over its configuration. */
    static LiveLegProcess start(String brokers, RunDirectory run, Map<String, String> settings) throws IOException {
        Process process = ChildJvm.of(LiveLeg.class, "-Xmx2g")
                .with(brokers, run.path().toString())
                .with(settings.entrySet().stream().map(Map.Entry::toString).toArray(String[]::new))
                .start(ProcessBuilder.Redirect.PIPE);
        var leg = new LiveLegProcess(process);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.equals(LiveLeg.READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the live leg did not start, see " + run.log());
        }
        return leg;
    }

    /** CPU that it has used so far. */
    Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the live leg is gone, or its CPU is not told here"));
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
            throw new IllegalStateException("the live leg did not end within %d s".formatted(PATIENCE_SECONDS));
        }
    }
}

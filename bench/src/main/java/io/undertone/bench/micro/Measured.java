package io.undertone.bench.micro;

import io.undertone.udfs.speech.VadFrame;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one benchmark found.
 *
 * @param rows of a batch
 * @param audioSeconds that one call of the benchmark deals with
 * @param cpuMicros of one call
 * @param spread half of the distance between the iterations' extremes, over the mean
 */
record Measured(String name, int rows, double audioSeconds, double cpuMicros, double spread) {
    static Measured of(RunResult run) {
        String benchmark = run.getParams().getBenchmark();
        String rows = run.getParams().getParam("rows");
        int batch = rows == null ? 1 : Integer.parseInt(rows);
        Statistics cpu = Objects.requireNonNull(
                        run.getSecondaryResults().get(CpuProfiler.RESULT), "no result of CpuProfiler")
                .getStatistics();
        double spread = (cpu.getMax() - cpu.getMin()) / 2 / cpu.getMean();
        if (benchmark.contains(VadBatching.class.getSimpleName())) {
            return new Measured("VAD", batch, batch * VadFrame.MILLIS / 1e3, cpu.getMean(), spread);
        }
        if (benchmark.contains(LegLoudness.class.getSimpleName())) {
            return new Measured("G.711 and loudness", batch, 1, cpu.getMean(), spread);
        }
        if (benchmark.contains(LegSpectrum.class.getSimpleName())) {
            return new Measured("Spectrum", batch, 1, cpu.getMean(), spread);
        }
        String model = run.getParams().getParam("model");
        return new Measured(model, batch, (double) batch * ModelWindows.SECONDS, cpu.getMean(), spread);
    }

    /** CPU for a row of a batch: a frame, a second or a window. */
    double cpuMillisPerRow() {
        return cpuMicros / 1e3 / rows;
    }

    /** A row of the printed table; {@code alone} is the same with a batch of one. */
    String line(Measured alone) {
        return String.format(
                Locale.ROOT,
                "| %-18s | %5d | %10.4f | %10.4f | %7.2f | ± %2.0f %% |",
                name,
                rows,
                cpuMillisPerRow(),
                cpuMicros / 1e3 / audioSeconds,
                alone.cpuMillisPerRow() / cpuMillisPerRow(),
                100 * spread);
    }
}

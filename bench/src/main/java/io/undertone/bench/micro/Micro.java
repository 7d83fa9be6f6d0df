package io.undertone.bench.micro;

import io.undertone.local.command.ProjectRoot;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package, each in a process of its own. */
public final class Micro {
    private static final int WARM_UPS = 3;
    private static final int ITERATIONS = 5;

    private Micro() {}

    /** CPU milliseconds that bare VAD takes for a frame of 32 ms, {@code rows} frames at once. */
    public static double vadMillisPerFrame(int rows) throws RunnerException {
        return run(options(VadBatching.class.getSimpleName()).param("rows", Integer.toString(rows)))
                .get(0)
                .cpuMillisPerRow();
    }

    static List<Measured> all(String include) throws RunnerException {
        return run(options(include));
    }

    private static List<Measured> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run().stream().map(Measured::of).toList();
    }

    private static ChainedOptionsBuilder options(String include) {
        return new OptionsBuilder()
                .include(Micro.class.getPackageName() + ".*" + include)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .threads(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(CpuProfiler.class)
                .jvmArgs("-Xmx1g", "-Dundertone.root=" + ProjectRoot.path());
    }
}

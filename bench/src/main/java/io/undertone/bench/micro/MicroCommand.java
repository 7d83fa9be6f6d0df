package io.undertone.bench.micro;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench micro}: CPU of single parts, by batch size. */
@Command(name = "micro", mixinStandardHelpOptions = true, description = "CPU of single parts, by batch size.")
public final class MicroCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "BENCHMARK",
            defaultValue = "",
            description = "Only those whose name has this in it: VadBatching, LegLoudness, LegSpectrum, ModelWindows.")
    private String include = "";

    @Override
    public Integer call() throws Exception {
        List<Measured> all = Micro.all(include);
        System.out.println("| part | batch | CPU ms a row | CPU ms an audio-second | over a batch of 1 | spread |");
        System.out.println("|---|---|---|---|---|---|");
        for (Measured measured : all) {
            System.out.println(measured.line(alone(all, measured)));
        }
        return 0;
    }

    private static Measured alone(List<Measured> all, Measured measured) {
        return all.stream()
                .filter(other -> other.name().equals(measured.name()) && other.rows() == 1)
                .findFirst()
                .orElse(measured);
    }
}

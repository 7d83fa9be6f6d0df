package io.undertone.bench.micro;

import io.undertone.gateway.SampleCall;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.local.command.ProjectRoot;
import io.undertone.udfs.model.ModelDirectories;
import io.undertone.udfs.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;

/** The project's models, and speech of the sample call. */
final class BenchInputs {
    private BenchInputs() {}

    static ModelStore models() {
        Path models = ProjectRoot.path().resolve("models");
        return new ModelDirectories(models.toString(), models.resolve(".cache").toString()).store(new FlinkFiles());
    }

    /** A leg's samples at 8 kHz: over a minute and a half. */
    static short[] leg() throws IOException {
        return SampleCall.read("bench").legs().get(0).samples();
    }
}

package io.undertone.local.command;

import io.undertone.job.migrate.LakeMigration;
import io.undertone.local.system.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/** A lake for as long as a graph is built: a sink is made from its table, and no service is asked for a plan. */
record EmptyLake(RunDirectory run) implements AutoCloseable {
    static EmptyLake create() throws IOException {
        Path directory = Files.createTempDirectory("undertone-plan");
        var lake = new EmptyLake(new RunDirectory(directory));
        new LakeMigration(lake.run().lake()).migrate();
        return lake;
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(run.path().toFile());
    }
}

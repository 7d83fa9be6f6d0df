package io.undertone.bench;

import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.system.EmbeddedCluster;
import io.undertone.local.system.LocalConfig;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import io.undertone.local.system.RunLog;
import io.undertone.local.system.Slots;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The live leg alone; a process of its own, which says when it is {@link #READY} and ends with its input, so that it never
 * outlives who started it. Arguments: brokers run-directory section.key=value….
 */
public final class LiveLeg {
    static final String READY = "ready";

    private LiveLeg() {}

    public static void main(String[] args) throws Exception {
        var run = new RunDirectory(Path.of(args[1]));
        RunLog.moveTo(run.log());
        var config = LocalConfig.withoutDatabase(ProjectRoot.path(), run, args[0], settings(args));
        var graph = Legs.graph(Leg.LIVE, config).getJobGraph();
        try (var cluster = EmbeddedCluster.start(run.flink(), Ports.ANY.web(), Slots.neededBy(List.of(graph)))) {
            var job = cluster.submit(graph);
            while (!cluster.isProcessing(job)) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            System.out.println(READY);
            System.in.transferTo(OutputStream.nullOutputStream()); // until whoever started this has closed it
            cluster.lastFailure(job).ifPresent(System.err::println);
        }
        System.exit(0); // what Flink and Kafka leave running is nobody's any more
    }

    private static Map<String, Object> settings(String[] args) {
        return Arrays.stream(args)
                .skip(2)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }
}

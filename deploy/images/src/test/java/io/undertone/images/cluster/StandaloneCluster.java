package io.undertone.images.cluster;

import io.undertone.images.Project;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** One job manager and some task managers, each a JVM with the class path and the options that it has in the image. */
final class StandaloneCluster implements AutoCloseable {
    private final Path directory;
    private final Path conf;
    private final Configuration configuration;
    private final FlinkProcess jobManager;
    private final FlinkRest rest;
    private final Map<String, FlinkProcess> taskManagers = new LinkedHashMap<>();
    private final StateStore store;
    private int started;

    private StandaloneCluster(Path directory, Path conf, StateStore store, Map<String, String> environment)
            throws IOException {
        this.directory = directory;
        this.conf = conf;
        this.store = store;
        this.configuration = GlobalConfiguration.loadConfiguration(conf.toString());
        this.rest = new FlinkRest(configuration.get(RestOptions.PORT));
        this.jobManager = launchJobManager(environment);
    }

    /**
     * Starts a job manager and waits for nobody.
     *
     * @param slots of each task manager
     * @param environment of the job manager, where the main class runs: the secrets that its configuration refers to
     */
    static StandaloneCluster start(Path directory, int slots, Map<String, String> environment) throws IOException {
        return start(directory, slots, StateStore.in(directory), environment);
    }

    /** As such, with its state in {@code store}. */
    static StandaloneCluster start(Path directory, int slots, StateStore store, Map<String, String> environment)
            throws IOException {
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), """
            %s
            jobmanager.rpc.port: %d
            rest.port: %d
            taskmanager.numberOfTaskSlots: %d
            io.tmp.dirs: %s
            %s
            """.formatted(
                        resource("cluster.yaml"),
                        freePort(),
                        freePort(),
                        slots,
                        Files.createDirectories(directory.resolve("work")),
                        store.settings()));
        Files.writeString(conf.resolve("log4j.properties"), resource("log4j-cluster.properties"));
        return new StandaloneCluster(directory, conf, store, environment);
    }

    FlinkRest rest() {
        return rest;
    }

    /** Starts one more and returns the id by which Flink knows it. */
    String addTaskManager() throws IOException {
        String id = "task-manager-" + ++started;
        var spec = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        List<String> arguments = new ArrayList<>(List.of("--configDir", conf.toString()));
        arguments.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(spec)));
        arguments.addAll(List.of("-D", "taskmanager.resource-id=" + id));
        List<String> jvm = jvm(ProcessMemoryUtils.generateJvmParametersStr(spec));
        taskManagers.put(id, launch(id, jvm, TaskManagerRunner.class, arguments, Map.of()));
        return id;
    }

    /** Those that were started and not killed. */
    Collection<FlinkProcess> taskManagers() {
        return taskManagers.values();
    }

    FlinkProcess jobManager() {
        return jobManager;
    }

    /** Kills it with -9. */
    void kill(String taskManager) {
        Objects.requireNonNull(taskManagers.remove(taskManager), taskManager).close();
    }

    /** Whether every task manager has offered its slots. Until the job manager answers there is none. */
    boolean isComplete() {
        jobManager.requireAlive();
        taskManagers.values().forEach(FlinkProcess::requireAlive);
        try {
            return rest.get("/taskmanagers").get("taskmanagers").size() == taskManagers.size();
        } catch (IOException | IllegalStateException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        taskManagers.values().forEach(FlinkProcess::kill);
        jobManager.kill();
        taskManagers.values().forEach(FlinkProcess::close);
        jobManager.close();
    }

    private FlinkProcess launchJobManager(Map<String, String> environment) throws IOException {
        var spec = JobManagerProcessUtils.processSpecFromConfig(configuration);
        List<String> arguments = new ArrayList<>(List.of("--configDir", conf.toString()));
        arguments.addAll(words(JobManagerProcessUtils.generateDynamicConfigsStr(spec)));
        List<String> jvm = jvm(JobManagerProcessUtils.generateJvmParametersStr(spec, configuration));
        return launch("job-manager", jvm, StandaloneSessionClusterEntrypoint.class, arguments, environment);
    }

    private FlinkProcess launch(
            String name, List<String> jvm, Class<?> main, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Map<String, String> all = new HashMap<>(store.environment());
        all.putAll(environment);
        return FlinkProcess.start(
                Files.createDirectories(directory.resolve(name)), jvm, main.getName(), arguments, all);
    }

    /** As the scripts of the image put it together. */
    private List<String> jvm(String memory) throws IOException {
        List<String> options = new ArrayList<>(words(memory));
        options.addAll(words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS)));
        options.add("-Dlog4j.configurationFile=" + conf.resolve("log4j.properties"));
        List<String> lib = new ArrayList<>(Project.flinkLib());
        lib.addAll(store.lib());
        options.addAll(List.of("-cp", String.join(File.pathSeparator, lib)));
        return options;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = Objects.requireNonNull(Project.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

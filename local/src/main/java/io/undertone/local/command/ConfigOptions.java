package io.undertone.local.command;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.ModelsConfig;
import io.undertone.job.config.UndertoneConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of every command that needs the configuration. */
public final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file over the defaults; the environment and --set go over it.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "SECTION.KEY=VALUE", description = "One value, repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Whether the user named a configuration at all. */
    public boolean isGiven() {
        return file != null || !settings.isEmpty();
    }

    /** The configuration; what cannot be meant is wrong use, with the key's name. */
    public UndertoneConfig load(CommandSpec command) throws Exception {
        return withModelsOfProject(WrongUse.guard(command, () -> ConfigLoader.load(file, System.getenv(), settings)));
    }

    /** Of the configuration what concerns models; no service need be named. */
    public ModelsConfig loadModels(CommandSpec command) throws Exception {
        return ofProject(WrongUse.guard(command, () -> ConfigLoader.loadModels(file, System.getenv(), settings)));
    }

    private static UndertoneConfig withModelsOfProject(UndertoneConfig config) {
        return new UndertoneConfig(
                config.kafka(),
                config.live(),
                config.voices(),
                config.postCall(),
                config.transcription(),
                config.analysis(),
                config.audio(),
                config.lake(),
                config.postgres(),
                config.maintain(),
                config.privacy(),
                config.alerts(),
                config.quarantine(),
                ofProject(config.models()),
                config.tenants());
    }

    /** The models were fetched into the project, wherever the caller stands. */
    private static ModelsConfig ofProject(ModelsConfig models) {
        Path root = ProjectRoot.path();
        return new ModelsConfig(
                root.resolve(models.directory()).toString(),
                root.resolve(models.cache()).toString(),
                models.gpu(),
                models.gpuMemoryMb(),
                models.speaker(),
                models.emotion());
    }
}

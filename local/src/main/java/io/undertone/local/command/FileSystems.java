package io.undertone.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.apache.flink.core.plugin.PluginManager;
import org.jspecify.annotations.Nullable;

/**
 * The file systems that audio may lie in. In a cluster Flink opens them; the commands, which have none, do so themselves, by the
 * variables that Flink's own scripts go by.
 */
public final class FileSystems {
    private static final String SETTINGS = "FLINK_CONF_DIR";
    private static final String PLUGINS = "FLINK_PLUGINS_DIR";

    private FileSystems() {}

    /**
     * Opens those whose plug-ins lie in {@code FLINK_PLUGINS_DIR}, a folder for each, with the settings of {@code config.yaml} in
     * {@code FLINK_CONF_DIR}. Without either variable there are the local ones.
     *
     * @throws IOException if plug-ins cannot be read
     * @throws org.apache.flink.configuration.IllegalConfigurationException if there are no such settings
     */
    public static void open(Map<String, String> environment) throws IOException {
        if (!environment.containsKey(SETTINGS) && !environment.containsKey(PLUGINS)) {
            return;
        }
        Configuration flink = environment.containsKey(SETTINGS)
                ? GlobalConfiguration.loadConfiguration(environment.get(SETTINGS))
                : new Configuration();
        FileSystem.initialize(flink, plugins(flink, environment.get(PLUGINS)));
    }

    private static @Nullable PluginManager plugins(Configuration flink, @Nullable String directory) throws IOException {
        return directory == null
                ? null
                : new DefaultPluginManager(
                        new DirectoryBasedPluginFinder(Path.of(directory)).findPlugins(),
                        CoreOptions.getPluginParentFirstLoaderPatterns(flink));
    }
}

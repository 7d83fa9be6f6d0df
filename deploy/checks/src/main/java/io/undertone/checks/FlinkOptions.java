package io.undertone.checks;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.autoscaler.config.AutoScalerOptions;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalResourceOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;

/** The options that Flink, its Kubernetes operator, its autoscaler and the S3 file system have, by their keys of today. */
public final class FlinkOptions {
    private static final List<Class<?>> HOLDERS = List.of(
            BlobServerOptions.class,
            CheckpointingOptions.class,
            CoreOptions.class,
            ExternalResourceOptions.class,
            HeartbeatManagerOptions.class,
            HighAvailabilityOptions.class,
            JobManagerOptions.class,
            PipelineOptions.class,
            ResourceManagerOptions.class,
            RestOptions.class,
            RestartStrategyOptions.class,
            StateBackendOptions.class,
            TaskManagerOptions.class,
            WebOptions.class,
            AutoScalerOptions.class);

    /** The operator's own, out of its reference: the jar that has them is not on Maven Central. */
    private static final List<ConfigOption<?>> OPERATOR = List.of(
            ConfigOptions.key("kubernetes.operator.pod-template.merge-arrays-by-name")
                    .booleanType()
                    .noDefaultValue(),
            ConfigOptions.key("kubernetes.operator.savepoint.history.max.age")
                    .durationType()
                    .noDefaultValue());

    /** Of things that their users name, the reporter's own argument, and what Hadoop's defaults leave open. */
    private static final Set<String> NAMED = Set.of(
            "s3.endpoint",
            "s3.endpoint.region",
            "metrics.reporter.prom." + MetricOptions.REPORTER_FACTORY_CLASS.key(),
            "metrics.reporter.prom.port",
            "metrics.reporter.prom.scope.variables.excludes",
            ExternalResourceOptions.getAmountConfigOptionForResource("gpu"),
            ExternalResourceOptions.getSystemConfigKeyConfigOptionForResource(
                    "gpu", KubernetesConfigOptions.EXTERNAL_RESOURCE_KUBERNETES_CONFIG_KEY_SUFFIX));

    private final Map<String, ConfigOption<?>> options = new HashMap<>();
    private final org.apache.hadoop.conf.Configuration hadoop = new org.apache.hadoop.conf.Configuration();

    public FlinkOptions() throws IllegalAccessException {
        OPERATOR.forEach(option -> options.put(option.key(), option));
        for (Class<?> holder : HOLDERS) {
            for (Field field : holder.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof ConfigOption<?> option) {
                    options.put(option.key(), option);
                }
            }
        }
    }

    /** What nobody would read, or not as it stands. */
    public List<String> violations(Map<String, String> settings) {
        Configuration flink = Configuration.fromMap(settings);
        return settings.keySet().stream()
                .filter(key -> !isRead(flink, key))
                .sorted()
                .toList();
    }

    private boolean isRead(Configuration flink, String key) {
        ConfigOption<?> option = options.get(key);
        if (option == null) {
            return NAMED.contains(key) || isOfS3(key);
        }
        try {
            return flink.getOptional(option).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Flink hands what begins so to Hadoop's S3 file system. */
    private boolean isOfS3(String key) {
        return key.startsWith("s3.") && hadoop.get("fs.s3a." + key.substring("s3.".length())) != null;
    }
}

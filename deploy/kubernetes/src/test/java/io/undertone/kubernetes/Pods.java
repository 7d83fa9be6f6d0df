package io.undertone.kubernetes;

import io.undertone.job.Leg;
import java.util.Map;
import org.apache.flink.kubernetes.utils.Constants;

/** The labels of what runs; Flink gives its pods theirs. */
final class Pods {
    static final Map<String, String> TRANSCRIBER = Map.of("app", "undertone-transcriber");

    static final Map<String, String> MAINTENANCE = Map.of("app", "undertone-maintenance");

    private Pods() {}

    static Map<String, String> jobManager(Leg leg) {
        return flink(leg, Constants.LABEL_COMPONENT_JOB_MANAGER);
    }

    static Map<String, String> taskManager(Leg leg) {
        return flink(leg, Constants.LABEL_COMPONENT_TASK_MANAGER);
    }

    private static Map<String, String> flink(Leg leg, String component) {
        return Map.of(
                Constants.LABEL_APP_KEY,
                "undertone-" + leg.label(),
                Constants.LABEL_COMPONENT_KEY,
                component,
                Constants.LABEL_TYPE_KEY,
                Constants.LABEL_TYPE_NATIVE_TYPE);
    }
}

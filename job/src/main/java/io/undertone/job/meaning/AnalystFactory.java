package io.undertone.job.meaning;

import io.undertone.udfs.meaning.CallAnalyst;
import java.io.Serializable;
import org.apache.flink.metrics.MetricGroup;

/** The recipe of an analyst: it travels with the job, the analyst does not. */
public interface AnalystFactory extends Serializable {
    /** The analyst, which shows in {@code metrics} what it counts itself. */
    CallAnalyst create(MetricGroup metrics);

    /**
     * Refuses what the analyst would miss here, before a job is submitted that would restart for ever.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    default void require() {}
}

package io.undertone.job.meaning;

import io.undertone.udfs.meaning.CallAnalyst;
import java.io.Serializable;
import org.apache.flink.metrics.MetricGroup;

/** The recipe of an analyst: it travels with the job, the analyst does not. */
public interface AnalystFactory extends Serializable {
    /** The analyst, which shows in {@code metrics} what it counts itself. */
    CallAnalyst create(MetricGroup metrics);
}

package io.undertone.job;

import io.undertone.job.meaning.AnalystFactory;
import io.undertone.udfs.meaning.AnalystByTask;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.MeaningTask;
import java.util.Set;
import org.apache.flink.metrics.MetricGroup;

/** The recipe of two analysts who share the tasks. */
record TwoAnalysts(AnalystFactory one, AnalystFactory other, Set<MeaningTask> ofTheOther) implements AnalystFactory {
    @Override
    public CallAnalyst create(MetricGroup metrics) {
        return new AnalystByTask(one.create(metrics), other.create(metrics), ofTheOther);
    }

    @Override
    public void require() {
        one.require();
        other.require();
    }
}

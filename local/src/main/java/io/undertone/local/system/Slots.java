package io.undertone.local.system;

import java.util.Collection;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobmanager.scheduler.SlotSharingGroup;

/** Counts the slots that jobs take beside each other. */
public final class Slots {
    private Slots() {}

    public static int neededBy(Collection<JobGraph> jobs) {
        return jobs.stream()
                .flatMap(job -> job.getSlotSharingGroups().stream().map(group -> widest(job, group)))
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Tasks of one sharing group share slots, so the group takes as many as its widest vertex has subtasks. */
    private static int widest(JobGraph job, SlotSharingGroup group) {
        return group.getJobVertexIds().stream()
                .map(job::findVertexByID)
                .mapToInt(JobVertex::getParallelism)
                .max()
                .orElse(0);
    }
}

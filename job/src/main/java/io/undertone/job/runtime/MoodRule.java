package io.undertone.job.runtime;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.moods.MoodRights;
import java.io.Serializable;

/** Whose mood may be read in a call, by its tenant's policy and what was said. */
@FunctionalInterface
public interface MoodRule extends Serializable {
    MoodRights in(String tenantId, CallFacts facts);
}

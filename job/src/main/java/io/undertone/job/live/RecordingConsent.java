package io.undertone.job.live;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Whether audio of a call may be kept, by what was said and, where nothing was, by the tenant's policy. */
@FunctionalInterface
public interface RecordingConsent extends Serializable {
    /** {@code given} is null where nothing was said. */
    boolean allows(String tenantId, @Nullable Boolean given);
}

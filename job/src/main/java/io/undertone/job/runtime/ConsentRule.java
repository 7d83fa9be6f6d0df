package io.undertone.job.runtime;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Whether one kind of use of a call is allowed, by what was said and, where nothing was, by the tenant's policy. */
@FunctionalInterface
public interface ConsentRule extends Serializable {
    /** {@code given} is null where nothing was said. */
    boolean allows(String tenantId, @Nullable Boolean given);
}

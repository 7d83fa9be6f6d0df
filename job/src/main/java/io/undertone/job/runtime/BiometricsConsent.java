package io.undertone.job.runtime;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Whether voices may be compared, by what was said and, where nothing was, by the tenant's policy. */
@FunctionalInterface
public interface BiometricsConsent extends Serializable {
    /** {@code given} is null where nothing was said. */
    boolean allows(String tenantId, @Nullable Boolean given);
}

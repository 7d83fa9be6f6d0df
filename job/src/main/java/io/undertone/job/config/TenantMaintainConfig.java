package io.undertone.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Of maintenance, what a tenant may have otherwise. */
public record TenantMaintainConfig(@Nullable Long rowsMs) implements Serializable {
    public TenantMaintainConfig {
        Need.that(rowsMs == null || rowsMs > 0, "rows_ms > 0, got %d".formatted(rowsMs));
    }
}

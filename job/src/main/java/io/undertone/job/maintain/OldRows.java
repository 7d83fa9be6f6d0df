package io.undertone.job.maintain;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.lessThan;
import static org.apache.iceberg.expressions.Expressions.notIn;

import io.undertone.job.config.UndertoneConfig;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.expressions.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Rows of calls that began before a time.
 *
 * @param tenant whose; null for all but {@code others}
 * @param others tenants with rules of their own
 */
record OldRows(@Nullable String tenant, Set<String> others, Instant before) {
    /** What is old by the rules, at this time. */
    static List<OldRows> of(UndertoneConfig config, Instant now) {
        Set<String> named = new TreeSet<>(config.tenants().keySet());
        List<OldRows> old = new ArrayList<>();
        for (String tenant : named) {
            Long rowsMs = config.rowsMsOf(tenant);
            if (rowsMs != null) {
                old.add(new OldRows(tenant, Set.of(), now.minusMillis(rowsMs)));
            }
        }
        Long rowsMs = config.maintain().rowsMs();
        if (rowsMs != null) {
            old.add(new OldRows(null, named, now.minusMillis(rowsMs)));
        }
        return old;
    }

    /** In the lake. */
    Expression inLake() {
        Expression old = lessThan("call_start", ChronoUnit.MICROS.between(Instant.EPOCH, before));
        if (tenant != null) {
            return and(equal("tenant_id", tenant), old);
        }
        return others.isEmpty() ? old : and(notIn("tenant_id", others.toArray()), old);
    }

    /** In PostgreSQL. */
    Condition inDatabase() {
        var begin = before.atOffset(ZoneOffset.UTC);
        return tenant != null
                ? new Condition("call_start < ? AND tenant_id = ?", List.of(begin, tenant))
                : new Condition(
                        "call_start < ? AND tenant_id <> ALL (?)", List.of(begin, others.toArray(String[]::new)));
    }
}

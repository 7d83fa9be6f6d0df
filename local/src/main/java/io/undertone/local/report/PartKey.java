package io.undertone.local.report;

/**
 * What tells one part of one call from all others.
 *
 * @param callStart ISO 8601, UTC
 */
public record PartKey(String tenantId, String callId, String callStart, int part) {
    static final String[] COLUMNS = {"tenant_id", "call_id", "call_start", "part"};

    static PartKey of(LakeRow row) {
        return new PartKey(row.text("tenant_id"), row.text("call_id"), row.time("call_start"), row.integer("part"));
    }
}

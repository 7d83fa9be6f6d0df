package io.undertone.job.live;

import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.MoodRule;
import java.io.Serializable;
import java.util.HashMap;

/**
 * How the live leg reads moods and whom it alerts when.
 *
 * @param model whom to ask about moods
 * @param rights whose moods may be read
 * @param everybody thresholds and policy of tenants without their own
 * @param tenants those that have their own
 */
public record JudgingSettings(
        ModelStage model, MoodRule rights, TenantRules everybody, HashMap<String, TenantRules> tenants)
        implements Serializable {
    public TenantRules of(String tenantId) {
        return tenants.getOrDefault(tenantId, everybody);
    }
}

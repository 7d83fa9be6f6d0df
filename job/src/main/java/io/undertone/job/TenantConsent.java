package io.undertone.job;

import io.undertone.job.config.ConsentPolicy;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.live.RecordingConsent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tenants' policies for recordings, and nothing else of the configuration: it travels with the job. */
final class TenantConsent implements RecordingConsent {
    private static final long serialVersionUID = 1;

    private final ConsentPolicy everybody;
    private final HashMap<String, ConsentPolicy> tenants;

    private TenantConsent(ConsentPolicy everybody, Map<String, ConsentPolicy> tenants) {
        this.everybody = everybody;
        this.tenants = new HashMap<>(tenants);
    }

    static TenantConsent of(UndertoneConfig config) {
        Map<String, ConsentPolicy> tenants = new HashMap<>();
        for (String tenant : config.tenants().keySet()) {
            tenants.put(tenant, config.privacyOf(tenant).consent().recording());
        }
        return new TenantConsent(config.privacy().consent().recording(), tenants);
    }

    @Override
    public boolean allows(String tenantId, @Nullable Boolean given) {
        return given == null ? tenants.getOrDefault(tenantId, everybody) == ConsentPolicy.ASSUMED : given;
    }
}

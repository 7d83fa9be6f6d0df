package io.undertone.job;

import io.undertone.job.config.ConsentConfig;
import io.undertone.job.config.ConsentPolicy;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.runtime.ConsentRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tenants' policies for one kind of use, and nothing else of the configuration: it travels with the job. */
final class TenantConsent implements ConsentRule {
    private static final long serialVersionUID = 1;

    private final ConsentPolicy everybody;
    private final HashMap<String, ConsentPolicy> tenants;

    private TenantConsent(ConsentPolicy everybody, Map<String, ConsentPolicy> tenants) {
        this.everybody = everybody;
        this.tenants = new HashMap<>(tenants);
    }

    static TenantConsent toRecording(UndertoneConfig config) {
        return of(config, ConsentConfig::recording);
    }

    static TenantConsent toBiometrics(UndertoneConfig config) {
        return of(config, ConsentConfig::voiceBiometrics);
    }

    static TenantConsent toEmotion(UndertoneConfig config) {
        return of(config, ConsentConfig::emotionAnalysis);
    }

    private static TenantConsent of(UndertoneConfig config, Function<ConsentConfig, ConsentPolicy> kind) {
        Map<String, ConsentPolicy> tenants = new HashMap<>();
        for (String tenant : config.tenants().keySet()) {
            tenants.put(tenant, kind.apply(config.privacyOf(tenant).consent()));
        }
        return new TenantConsent(kind.apply(config.privacy().consent()), tenants);
    }

    @Override
    public boolean allows(String tenantId, @Nullable Boolean given) {
        return given == null ? tenants.getOrDefault(tenantId, everybody) == ConsentPolicy.ASSUMED : given;
    }
}

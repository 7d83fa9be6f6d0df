package io.undertone.job.config;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that can be set, as {@code defaults.yaml} lists it. Printing it shows no secret. */
public record UndertoneConfig(
        KafkaConfig kafka,
        LiveConfig live,
        VoicesConfig voices,
        PostCallConfig postCall,
        TranscriptionConfig transcription,
        AnalysisConfig analysis,
        AudioConfig audio,
        LakeConfig lake,
        PostgresConfig postgres,
        MaintainConfig maintain,
        PrivacyConfig privacy,
        AlertsConfig alerts,
        QuarantineConfig quarantine,
        ModelsConfig models,
        Map<String, TenantConfig> tenants)
        implements Serializable {
    public UndertoneConfig {
        tenants = Map.copyOf(tenants);
    }

    /** The tenant's own rules, or those of everybody. */
    public PrivacyConfig privacyOf(String tenant) {
        TenantConfig own = tenants.get(tenant);
        return own == null || own.privacy() == null ? privacy : own.privacy();
    }

    /** How long the tenant's audio is kept, by its own rules or those of everybody. */
    public RetentionConfig retentionOf(String tenant) {
        TenantConfig own = tenants.get(tenant);
        return own == null || own.audio() == null
                ? audio.retention()
                : own.audio().retention();
    }

    /** How long the tenant's rows are kept behind the start of their call; null for ever. */
    public @Nullable Long rowsMsOf(String tenant) {
        TenantConfig own = tenants.get(tenant);
        return own == null || own.maintain() == null
                ? maintain.rowsMs()
                : own.maintain().rowsMs();
    }

    /** The tenant's own thresholds, or those of everybody. */
    public AlertsConfig alertsOf(String tenant) {
        TenantConfig own = tenants.get(tenant);
        return own == null || own.alerts() == null ? alerts : own.alerts();
    }
}

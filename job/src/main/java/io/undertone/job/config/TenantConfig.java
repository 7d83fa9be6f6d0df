package io.undertone.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What one tenant has otherwise. Keys it leaves out are those of everybody. */
public record TenantConfig(
        @Nullable PrivacyConfig privacy,
        @Nullable AlertsConfig alerts,
        @Nullable TenantAudioConfig audio,
        @Nullable TenantMaintainConfig maintain)
        implements Serializable {}

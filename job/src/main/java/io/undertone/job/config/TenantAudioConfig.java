package io.undertone.job.config;

import java.io.Serializable;

/** Of the audio, what a tenant may have otherwise. */
public record TenantAudioConfig(RetentionConfig retention) implements Serializable {}

package io.undertone.job.config;

import java.io.Serializable;

/** What may be kept and analysed of a person who was not asked. */
public record PrivacyConfig(ConsentConfig consent, OthersConfig emotion) implements Serializable {}

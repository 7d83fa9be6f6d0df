package io.undertone.job.config;

import java.io.Serializable;

/** What may be kept and analysed of a person who was not asked, and what is taken out of their words. */
public record PrivacyConfig(ConsentConfig consent, OthersConfig emotion, RedactionConfig redaction)
        implements Serializable {}

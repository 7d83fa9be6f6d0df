package io.undertone.job.config;

import java.io.Serializable;

/** When somebody is alerted. */
public record AlertsConfig(FrustrationConfig frustration, RaisedVoiceConfig raisedVoice) implements Serializable {}

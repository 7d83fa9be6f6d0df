package io.undertone.job.config;

import java.io.Serializable;

/** What an unset consent means, by kind. */
public record ConsentConfig(ConsentPolicy recording, ConsentPolicy emotionAnalysis, ConsentPolicy voiceBiometrics)
        implements Serializable {}

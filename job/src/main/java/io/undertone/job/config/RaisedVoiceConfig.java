package io.undertone.job.config;

import java.io.Serializable;

/** Thresholds of rule raised-voice, in dB over the speaker's own usual level. */
public record RaisedVoiceConfig(double enterDb, double exitDb) implements Serializable {
    public RaisedVoiceConfig {
        Need.that(
                0 < exitDb && exitDb < enterDb,
                "0 < exit_db < enter_db, got exit_db=%s enter_db=%s".formatted(exitDb, enterDb));
    }
}

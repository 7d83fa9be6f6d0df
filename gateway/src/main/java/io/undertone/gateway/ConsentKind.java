package io.undertone.gateway;

import io.undertone.schema.Consent;
import java.util.Locale;
import java.util.Set;

/** What a customer may refuse. */
public enum ConsentKind {
    RECORDING,
    EMOTION,
    BIOMETRICS;

    static ConsentKind parse(String text) {
        for (ConsentKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) return kind;
        }
        throw new IllegalArgumentException("need recording, emotion or biometrics, got '%s'".formatted(text));
    }

    /** Consent to all but these, which are refused. */
    static Consent allBut(Set<ConsentKind> refused) {
        return new Consent(!refused.contains(RECORDING), !refused.contains(EMOTION), !refused.contains(BIOMETRICS));
    }
}

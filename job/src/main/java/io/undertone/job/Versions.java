package io.undertone.job;

import java.util.Map;

/** Versions of what decides about a call, written with each. */
final class Versions {
    private Versions() {}

    static Map<String, String> current() {
        String program = Versions.class.getPackage().getImplementationVersion();
        return Map.of("undertone", program == null ? "development" : program, "silero-vad", "6.2.3");
    }
}

package io.undertone.job;

import io.undertone.udfs.meaning.lexical.Lexicon;
import io.undertone.udfs.meaning.lexical.Lexicons;
import java.util.HashMap;
import java.util.Map;

/** Versions of what decides about a call, written with each. */
final class Versions {
    private Versions() {}

    static Map<String, String> current() {
        String program = Versions.class.getPackage().getImplementationVersion();
        Map<String, String> versions = new HashMap<>();
        versions.put("undertone", program == null ? "development" : program);
        versions.put("silero-vad", "6.2.3");
        for (Lexicon lexicon : Lexicons.ALL) {
            versions.put(lexicon.id(), lexicon.version());
        }
        return Map.copyOf(versions);
    }
}

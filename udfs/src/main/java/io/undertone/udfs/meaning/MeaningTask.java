package io.undertone.udfs.meaning;

import java.util.Locale;

/** What an analyst may be asked about a part of a dialogue. */
public enum MeaningTask {
    SENTIMENT,
    PROFANITY,
    CONFLICT,
    SUMMARY,
    TOPIC,
    ISSUE,
    OUTCOME,
    ACTIONS,
    ROLES;

    private static final String OF = ":";

    /** Names the answer as a whole among those that are missing. */
    public String gap() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names the answer about one line among those that are missing. */
    public String gap(int line) {
        return gap() + OF + line;
    }

    /** Names the answer about one speaker among those that are missing. */
    public String gap(String speaker) {
        return gap() + OF + speaker;
    }

    /** Names the answer among those that are not to be had. */
    public String notOffered(NotOffered why) {
        return gap() + OF + why.name();
    }

    /** Whether {@code missing} names an answer to this task. */
    public boolean isNamedBy(String missing) {
        return missing.equals(gap()) || missing.startsWith(gap() + OF);
    }
}

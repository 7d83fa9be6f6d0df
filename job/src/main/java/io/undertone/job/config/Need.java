package io.undertone.job.config;

/** What a record demands of its values. Messages start at the record's own key; the loader knows the path above it. */
final class Need {
    private Need() {}

    static void that(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("need " + expected);
        }
    }

    static void atLeast(long least, String key, long found) {
        that(found >= least, "%s >= %d, got %d".formatted(key, least, found));
    }

    static void within(long least, long most, String key, long found) {
        that(least <= found && found <= most, "%d <= %s <= %d, got %d".formatted(least, key, most, found));
    }

    static void text(String key, String found) {
        that(!found.isBlank(), "%s, got nothing but blanks".formatted(key));
    }
}

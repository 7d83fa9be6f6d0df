package io.undertone.job.kafka;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Free text of gateways and other systems, made safe for every store: short, and without control characters. */
final class Texts {
    /** As long as an id. PostgreSQL refuses U+0000 in any text; Kafka refuses records over 1 MB. */
    private static final int LONGEST = 200;

    private Texts() {}

    /** The call that a record belongs to by its key, which may be anything, for messages. */
    static String call(byte @Nullable [] key) {
        String call = key == null ? null : clean(new String(key, StandardCharsets.UTF_8));
        return call == null ? "(no key)" : call;
    }

    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints()
                .map(c -> Character.isISOControl(c) || isLoneSurrogate(c) ? '\uFFFD' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

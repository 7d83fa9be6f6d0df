package io.undertone.udfs.meaning;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How topics are written and when two are the same. */
public final class TopicNames {
    /** In code points. */
    public static final int LONGEST = 500;

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    /** White space of any script, and what has no meaning in a name: control, private and unassigned characters. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

    private TopicNames() {}

    /** The name in one line, at most {@link #LONGEST} code points; nothing if nothing of it can be seen. */
    public static Optional<String> cleaned(String name) {
        String oneLine = BLANKS.matcher(UNSEEN.matcher(name).replaceAll(""))
                .replaceAll(" ")
                .strip();
        String cut = oneLine.codePointCount(0, oneLine.length()) <= LONGEST
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST)).strip();
        return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
    }

    /** What is equal of two names of one topic: neither case nor white space tells them apart. */
    public static String key(String name) {
        return cleaned(name).orElse("").toLowerCase(Locale.ROOT);
    }
}

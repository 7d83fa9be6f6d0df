package io.undertone.udfs.meaning;

import org.jspecify.annotations.Nullable;

/** What an analyst answered about one line. A POJO: it is checkpointed until its call is complete. */
public class LineMeaning {
    /** Number of the line. */
    public int line;
    /** Name of a {@link Sentiment}; null if not answered. */
    public @Nullable String sentiment;

    public @Nullable Boolean profane;

    public LineMeaning() {}
}

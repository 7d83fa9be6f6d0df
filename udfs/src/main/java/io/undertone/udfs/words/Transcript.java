package io.undertone.udfs.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transcriber heard in a pack, as far as it says: a server may give words with times, segments with times, or text alone. A
 * POJO: it is checkpointed.
 */
public class Transcript {
    /** As a language tag; null where the transcriber does not say. */
    public @Nullable String language;

    public String text = "";
    public List<Segment> segments = new ArrayList<>();
    /** In the order in which they were said, with times in the pack. */
    public List<Word> words = new ArrayList<>();

    public Transcript() {}
}

package io.undertone.udfs.words;

import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.speech.PieceFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Utterances of one leg that are transcribed in one request, and where their audio lies. A POJO: it is checkpointed. */
public class Pack {
    /** Of the part of a call that it belongs to. */
    public String key = "";

    public String legId = "";
    /** From 1, through all legs of the part. */
    public int number;
    /** How many the part has. */
    public int packs;
    /** What is spoken, as a language tag; null where nobody has said. */
    public @Nullable String language;
    /** In the order of their places. */
    public List<PackedUtterance> utterances = new ArrayList<>();
    /** Those that are stored. */
    public List<PieceFacts> pieces = new ArrayList<>();
    /** Where the record of the call lies. */
    public @Nullable RecordOrigin origin;

    public Pack() {}

    /** Its length, silence between utterances included. */
    public int samples() {
        if (utterances.isEmpty()) {
            return 0;
        }
        PackedUtterance last = utterances.get(utterances.size() - 1);
        return last.offset + last.samples();
    }

    /** For messages. */
    public String name() {
        return "%s, leg %s, pack %d of %d".formatted(key, legId, number, packs);
    }
}

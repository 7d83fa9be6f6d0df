package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a whole dialogue meant, merged from its parts by {@link Meanings}. A POJO, and read as {@link PartMeaning} is. */
public class CallMeaning {
    /** By number. */
    public List<LineMeaning> lines = new ArrayList<>();
    /** CUSTOMER, AGENT or OTHER by {@link DialogueLine#speaker}; only of speakers whose role was unknown. */
    public Map<String, String> roles = new HashMap<>();

    public @Nullable Boolean conflict;
    /** One sentence. */
    public @Nullable String summary;

    public @Nullable String topic;
    public @Nullable String issue;
    public @Nullable String outcome;
    public @Nullable List<String> actions;

    /** Of any part, each once; "part:2" where the second was not answered at all. */
    public List<String> gaps = new ArrayList<>();

    /** Of any part, each once. */
    public List<String> notOffered = new ArrayList<>();

    /** Name of a {@link MeaningStatus}. */
    public String status = MeaningStatus.COMPLETE.name();
    /** Of the first part that has one. */
    public @Nullable String failure;

    public int promptTokens;
    public int completionTokens;
    public long millis;
    /** All that answered. */
    public String analyst = "";

    public String promptVersion = "";

    public CallMeaning() {}
}

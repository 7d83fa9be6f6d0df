package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst answered about a part of a dialogue. A POJO: it is checkpointed until its call is complete.
 *
 * <p>What is null and named in neither list was answered by "there is none": a call without an issue, an issue without an outcome.
 */
public class PartMeaning {
    /** Number of the part. */
    public int part;

    public List<LineMeaning> lines = new ArrayList<>();
    /** CUSTOMER, AGENT or OTHER by {@link DialogueLine#speaker}; only of speakers whose role is unknown. */
    public Map<String, String> roles = new HashMap<>();

    public @Nullable Boolean conflict;
    public @Nullable String summary;
    public @Nullable String topic;
    public @Nullable String issue;
    public @Nullable String outcome;
    /** What somebody is to do after the call; null if not answered. */
    public @Nullable List<String> actions;

    /** Names of answers that are missing, and may be had by asking again: see {@link MeaningTask#gap(int)}. */
    public List<String> gaps = new ArrayList<>();

    /** Names of answers that are not to be had from who was asked: see {@link MeaningTask#notOffered}. */
    public List<String> notOffered = new ArrayList<>();

    /** Name of a {@link MeaningStatus}. */
    public String status = MeaningStatus.COMPLETE.name();
    /** Why answers are missing, by code; null if none is or the analyst gave no reason. */
    public @Nullable String failure;

    public int promptTokens;
    public int completionTokens;
    /** What it took, waiting included. */
    public long millis;
    /** Who answered: "lexical 1", or a model and the endpoint that served it. */
    public String analyst = "";
    /** Of the words that the analyst was asked in; empty where none are used. */
    public String promptVersion = "";

    public PartMeaning() {}

    /** The answer of an analyst that has none: every one of {@code tasks} is a gap. */
    public static PartMeaning failed(AnalysisPart part, Iterable<MeaningTask> tasks, String failure) {
        var meaning = new PartMeaning();
        meaning.part = part.number;
        meaning.status = MeaningStatus.FAILED.name();
        meaning.failure = failure;
        tasks.forEach(task -> meaning.gaps.add(task.gap()));
        return meaning;
    }
}

package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.LineMeaning;
import io.undertone.udfs.meaning.MeaningStatus;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.NotOffered;
import io.undertone.udfs.meaning.PartMeaning;
import io.undertone.udfs.meaning.Sentiment;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers without a service: sentiment, profanity, conflict, a sentence that sums up, and which known topic fits. It knows
 * English; of other languages, and where nobody knows the language, it says nothing. Issue, outcome, actions and roles are beyond
 * it: it says so, and no repeated question would change that. It works in the thread that asks, for some milliseconds a sentence.
 */
public final class LexicalAnalyst implements CallAnalyst {
    /** What it answers. */
    public static final Set<MeaningTask> TASKS = Set.of(
            MeaningTask.SENTIMENT, MeaningTask.PROFANITY, MeaningTask.CONFLICT, MeaningTask.SUMMARY, MeaningTask.TOPIC);

    /** As reports name it; its number rises with every change of lexicons or rules. */
    public static final String NAME = "lexical 1";

    /** Between them a line is neutral: the authors of the lexicon publish these. */
    private static final double POSITIVE = 0.05;

    private static final double NEGATIVE = -0.05;

    private final Lexicons lexicons;
    private final Embedder embedder;
    private final TopicMatch topics;
    private final Conflict conflict;

    public LexicalAnalyst(Lexicons lexicons, Embedder embedder) {
        this.lexicons = lexicons;
        this.embedder = embedder;
        topics = new TopicMatch(embedder);
        conflict = new Conflict(lexicons);
    }

    @Override
    public CompletionStage<PartMeaning> analyse(AnalysisPart part, List<String> knownTopics) {
        long begin = System.nanoTime();
        var meaning = new PartMeaning();
        meaning.part = part.number;
        meaning.analyst = NAME;
        if (isEnglish(part)) {
            answer(part, knownTopics, meaning);
        } else {
            notOffered(meaning, part, TASKS, NotOffered.LANGUAGE);
            meaning.status = MeaningStatus.LANGUAGE.name();
        }
        notOffered(meaning, part, EnumSet.complementOf(EnumSet.copyOf(TASKS)), NotOffered.NO_ANALYST);
        meaning.millis = (System.nanoTime() - begin) / 1_000_000;
        return CompletableFuture.completedStage(meaning);
    }

    private void answer(AnalysisPart part, List<String> knownTopics, PartMeaning meaning) {
        part.lines.forEach(line -> meaning.lines.add(meaningOf(line)));
        meaning.conflict = conflict.in(part.lines);
        var gist = new Gist(part.lines, embedder);
        meaning.summary = gist.mainSentence().orElse(null);
        meaning.topic = topics.best(gist, knownTopics).orElse(null);
        meaning.status = MeaningStatus.COMPLETE.name();
    }

    private LineMeaning meaningOf(DialogueLine line) {
        var meaning = new LineMeaning();
        meaning.line = line.number;
        double score = lexicons.sentiment.score(line.text);
        Sentiment sentiment =
                score >= POSITIVE ? Sentiment.POSITIVE : score <= NEGATIVE ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        meaning.sentiment = sentiment.name();
        meaning.profane = lexicons.profanities.in(line.text);
        return meaning;
    }

    /** Of what there is to ask about the part, in the order of the tasks. */
    private static void notOffered(PartMeaning meaning, AnalysisPart part, Set<MeaningTask> tasks, NotOffered why) {
        part.tasks().stream().filter(tasks::contains).forEach(task -> meaning.notOffered.add(task.notOffered(why)));
    }

    /** BCP 47's "en", "en-GB", and "english", which transcribers say. */
    private static boolean isEnglish(AnalysisPart part) {
        String language = part.language == null ? "" : part.language.toLowerCase(Locale.ROOT);
        return language.equals("english")
                || language.equals("en")
                || language.startsWith("en-")
                || language.startsWith("en_");
    }
}

package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.model.PackagedFile;
import java.nio.file.Path;
import java.util.List;

/** The word lists of others, as their authors published them. */
public final class Lexicons {
    private static final Lexicon SENTIMENT = new Lexicon(
            "vader-sentiment",
            "3.3.2",
            "MIT (C. J. Hutto and E. Gilbert)",
            new PackagedFile(
                    "vaderSentiment-3.3.2-py2.py3-none-any.whl",
                    "vaderSentiment/vader_lexicon.txt",
                    "1ec9c6e9ee19aade328f8beb393a6afa71a5bb3acf7d3cc22d4ef568df374bf5"));

    private static final Lexicon PROFANITY = new Lexicon(
            "better-profanity",
            "0.7.0",
            "MIT (Son Nguyen Thanh)",
            new PackagedFile(
                    "better_profanity-0.7.0-py3-none-any.whl",
                    "better_profanity/profanity_wordlist.txt",
                    "e75665f3f57b5e0412b178334764aae9cae319b88ef3f42027d1e1f22ed7172b"));

    public static final List<Lexicon> ALL = List.of(SENTIMENT, PROFANITY);

    final SentimentScorer sentiment;
    final Profanities profanities;

    private Lexicons(byte[] sentiment, byte[] profanities) {
        this.sentiment = new SentimentScorer(new Valences(sentiment));
        this.profanities = new Profanities(profanities);
    }

    /**
     * Reads them where {@code models/fetch} puts packages.
     *
     * @throws IllegalArgumentException naming file and expected hash if one is missing or another file
     */
    public static Lexicons load(Path cache) {
        return new Lexicons(SENTIMENT.file().read(cache), PROFANITY.file().read(cache));
    }
}

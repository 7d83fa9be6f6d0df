package io.undertone.job.words;

import java.util.List;
import java.util.Locale;

/** How much a server is asked to say, the most first. Not every one that speaks the API can give times, and some refuse to be asked. */
enum AnswerForm {
    WORDS("verbose_json"),
    SEGMENTS("verbose_json"),
    TEXT("json");

    private final String format;

    AnswerForm(String format) {
        this.format = format;
    }

    String format() {
        return format;
    }

    /** Only who wants words must say so. */
    List<String> granularities() {
        return this == WORDS ? List.of("segment", "word") : List.of();
    }

    /** To ask for less is to ask something else, and needs a key of its own. */
    String keySuffix() {
        return this == WORDS ? "" : "-" + name().toLowerCase(Locale.ROOT);
    }

    boolean isLeast() {
        return this == TEXT;
    }

    AnswerForm less() {
        return this == WORDS ? SEGMENTS : TEXT;
    }
}

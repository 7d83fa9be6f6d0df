package io.undertone.job.words;

import java.util.List;

/** How much a server is asked to say, the most first. Not every one that speaks the API can give times, and some refuse to be asked. */
enum AnswerForm {
    WORDS("verbose_json", List.of("segment", "word")),
    SEGMENTS("verbose_json", List.of()),
    TEXT("json", List.of());

    private final String format;
    private final List<String> granularities;

    AnswerForm(String format, List<String> granularities) {
        this.format = format;
        this.granularities = granularities;
    }

    String format() {
        return format;
    }

    List<String> granularities() {
        return granularities;
    }

    boolean isLeast() {
        return this == TEXT;
    }

    AnswerForm less() {
        return this == WORDS ? SEGMENTS : TEXT;
    }
}

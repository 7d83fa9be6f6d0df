package io.undertone.job.config;

import java.io.Serializable;

/** How dialogues are analysed. {@code partChars} is the most of one that is analysed at once. */
public record AnalysisConfig(int threads, int queue, int timeoutMs, int partChars, LanguageModelConfig languageModel)
        implements Serializable {
    public AnalysisConfig {
        Need.atLeast(1, "threads", threads);
        Need.atLeast(1, "queue", queue);
        Need.atLeast(1, "part_chars", partChars);
        Need.atLeast(languageModel.requestMs(), "timeout_ms", timeoutMs);
    }
}

package io.undertone.job.meaning;

/** How dialogues are analysed: by whom, how many at once, and who keeps the topics. */
public record AnalysisSettings(AnalysisStage stage, AnalystFactory analysts, TopicBookFactory topics) {}

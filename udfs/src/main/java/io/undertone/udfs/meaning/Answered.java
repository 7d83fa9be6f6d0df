package io.undertone.udfs.meaning;

/** A part and the answer about it. */
record Answered(AnalysisPart part, PartMeaning answer) {}

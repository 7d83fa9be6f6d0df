package io.undertone.local.models;

import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Failure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Recordings that could not take part, or only in part, and why. Thread-safe. */
final class Skips {
    private static final int SHOWN = 10;

    private final Map<Path, String> reasons = new ConcurrentSkipListMap<>();

    /** Takes what there is of answers; a runtime that fails is no property of a recording. */
    List<float[]> scored(Path file, Collection<Answer> answers) {
        return answers.stream()
                .filter(answer -> isScored(file, answer))
                .map(answer -> ((Answer.Scored) answer).values())
                .toList();
    }

    void add(Path file, String reason) {
        reasons.putIfAbsent(file, reason);
    }

    int count() {
        return reasons.size();
    }

    void print(PrintWriter out) {
        reasons.entrySet().stream()
                .limit(SHOWN)
                .forEach(skip ->
                        out.println("skipped, at least in part: %s: %s".formatted(skip.getKey(), skip.getValue())));
        if (reasons.size() > SHOWN) {
            out.println("… and %d more".formatted(reasons.size() - SHOWN));
        }
        out.flush();
    }

    private boolean isScored(Path file, Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            if (failed.failure() == Failure.RUNTIME) {
                throw new IllegalStateException("%s: %s".formatted(file, failed.detail()));
            }
            add(file, failed.detail());
            return false;
        }
        return true;
    }
}

package io.undertone.job.migrate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done or found in order, and what stands in the way of a start. Prints a line for each. */
public record Summary(List<String> notes, List<String> problems) {
    static final Summary NOTHING = new Summary(List.of(), List.of());

    public Summary {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    static Summary note(String note) {
        return new Summary(List.of(note), List.of());
    }

    static Summary problem(String problem) {
        return new Summary(List.of(), List.of(problem));
    }

    /** Whether jobs may start. */
    public boolean ok() {
        return problems.isEmpty();
    }

    Summary and(Summary other) {
        return new Summary(joined(notes, other.notes), joined(problems, other.problems));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Override
    public String toString() {
        return Stream.concat(notes.stream(), problems.stream().map(problem -> "PROBLEM " + problem))
                .collect(Collectors.joining("\n"));
    }
}

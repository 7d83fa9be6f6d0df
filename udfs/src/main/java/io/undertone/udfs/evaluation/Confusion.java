package io.undertone.udfs.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often each class was taken for which: a row for each true class, a column for each guess. */
public final class Confusion {
    private final List<String> classes;
    private final int[][] counts;

    Confusion(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][classes.size()];
    }

    void add(String truth, String guess) {
        counts[classes.indexOf(truth)][classes.indexOf(guess)]++;
    }

    /** In the order of rows and columns. */
    public List<String> classes() {
        return classes;
    }

    public List<List<Integer>> rows() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    /** UAR: the mean of the recalls of all classes that there were. */
    public double unweightedRecall() {
        return indices()
                .filter(c -> truly(c) > 0)
                .mapToDouble(c -> (double) counts[c][c] / truly(c))
                .average()
                .orElse(Double.NaN);
    }

    public double accuracy() {
        double right = indices().map(c -> counts[c][c]).sum();
        return right / indices().map(this::truly).sum();
    }

    /** The mean of the F1 of all classes that there were or that were guessed. */
    public double macroF1() {
        return indices()
                .filter(c -> truly(c) + guessed(c) > 0)
                .mapToDouble(c -> 2.0 * counts[c][c] / (truly(c) + guessed(c)))
                .average()
                .orElse(Double.NaN);
    }

    private IntStream indices() {
        return IntStream.range(0, counts.length);
    }

    private int truly(int index) {
        return Arrays.stream(counts[index]).sum();
    }

    private int guessed(int index) {
        return Arrays.stream(counts).mapToInt(row -> row[index]).sum();
    }
}

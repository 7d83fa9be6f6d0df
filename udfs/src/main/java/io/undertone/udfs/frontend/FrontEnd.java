package io.undertone.udfs.frontend;

/**
 * Turns samples into one row of a model's input; a batch is such rows one behind the other.
 *
 * <p>A front end holds scratch space, so one thread at a time may use it. Once built, only {@link #shape} allocates.
 */
public interface FrontEnd {
    /** The front end that model cards call {@code name}. IllegalArgumentException names the known ones. */
    static FrontEnd of(String name, FrontEndSettings settings) {
        return FrontEndKind.named(name).build(settings);
    }

    /** The fewest samples that make a row. */
    int minSamples();

    /** Dimensions of the row that {@code samples} samples make, the batch's not among them. */
    int[] shape(int samples);

    /** Numbers in that row: the product of its dimensions. */
    int length(int samples);

    /** Writes the row of the {@code count} samples from {@code from} on, within −1…1, to {@code out} from {@code at} on. */
    void features(float[] samples, int from, int count, float[] out, int at);
}

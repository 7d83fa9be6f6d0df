package io.undertone.local.report;

/**
 * How much one store holds.
 *
 * @param calls distinct by call, start and part
 * @param utterances rows
 * @param silences rows
 */
public record StoreCounts(long calls, long utterances, long silences) {
    public static final StoreCounts NOTHING = new StoreCounts(0, 0, 0);
}

package io.undertone.udfs.audio;

/**
 * The last samples of one leg as μ-law, addressed by their position on the call's timeline. A POJO: keyed state.
 *
 * <p>What it holds is one stretch without gaps: an append that doesn't continue it forgets what lay before. The array follows what
 * is held in steps of {@value #STEP}, up to {@code capacity}: a leg that has said little costs little.
 */
public final class AudioRing {
    /** Large enough that speech makes a new array eight times a second at most, small enough that little of one is empty. */
    private static final int STEP = 1_024;

    /** Samples, and so bytes, held at most. */
    public int capacity;

    /** The sample of position p lies at p modulo the length of this array. */
    public byte[] muLaw = new byte[0];

    /** Position after the last sample held. */
    public long end;

    /** Samples held: those of positions {@code end - held} to {@code end}. */
    public int held;

    public AudioRing() {}

    public AudioRing(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("need a capacity above 0 samples, got " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * Appends {@code samples[from, to)}, the first of which has the given position. Unless that is {@link #end()},
     * nothing of before is held any more.
     */
    public void append(long position, short[] samples, int from, int to) {
        if (from == to) {
            return;
        }
        if (position != end) {
            forget(position);
        }
        makeRoom((int) Math.min(capacity, (long) held + to - from));
        int kept = Math.min(capacity, to - from);
        end = position + to - from;
        int at = slot(end - kept);
        for (int i = to - kept; i < to; i++) {
            muLaw[at] = G711.encodeMuLaw(samples[i]);
            at = at + 1 == muLaw.length ? 0 : at + 1;
        }
        held = (int) Math.min(capacity, (long) held + to - from);
    }

    /** Position of the first sample held. */
    public long begin() {
        return end - held;
    }

    /** Position after the last sample held. */
    public long end() {
        return end;
    }

    /**
     * The samples of positions {@code from} to {@code to}, exclusive.
     *
     * @throws IllegalArgumentException when not all of them are held
     */
    public byte[] copy(long from, long to) {
        if (from > to || from < begin() || to > end) {
            throw new IllegalArgumentException(
                    "asked for samples [%d, %d), held are [%d, %d)".formatted(from, to, begin(), end));
        }
        byte[] copy = new byte[(int) (to - from)];
        for (long next = from; next < to; ) {
            int run = run(next, to, muLaw.length);
            System.arraycopy(muLaw, slot(next), copy, (int) (next - from), run);
            next += run;
        }
        return copy;
    }

    /** Silences what is held of the positions {@code from} to {@code to}, exclusive. */
    public void erase(long from, long to) {
        long last = Math.min(to, end);
        for (long position = Math.max(from, begin()); position < last; position++) {
            muLaw[slot(position)] = G711.MU_LAW_SILENCE;
        }
    }

    /** Lets go of what lies before {@code position}. */
    public void keepFrom(long position) {
        held = (int) Math.min(held, Math.max(0, end - position));
        int room = inSteps(held);
        // One step to spare, so that what comes next is not a reason to make an array again.
        if (muLaw.length > room + STEP) {
            resize(room);
        }
    }

    /** Lets go of the array too, so that nothing forgotten is written to a checkpoint. */
    private void forget(long position) {
        muLaw = new byte[0];
        held = 0;
        end = position;
    }

    private void makeRoom(int needed) {
        if (needed > muLaw.length) {
            resize(inSteps(needed));
        }
    }

    private int inSteps(int samples) {
        return Math.min(capacity, (samples + STEP - 1) / STEP * STEP);
    }

    private void resize(int length) {
        byte[] other = new byte[length];
        for (long next = begin(); next < end; ) {
            int run = Math.min(run(next, end, muLaw.length), run(next, end, length));
            System.arraycopy(muLaw, slot(next), other, Math.floorMod(next, length), run);
            next += run;
        }
        muLaw = other;
    }

    /** How many samples from {@code position} on lie side by side in a ring of that length, up to that of {@code to}. */
    private static int run(long position, long to, int length) {
        return (int) Math.min(to - position, length - Math.floorMod(position, length));
    }

    private int slot(long position) {
        return Math.floorMod(position, muLaw.length);
    }
}

package io.undertone.local.erase;

import org.jspecify.annotations.Nullable;

/**
 * A line of the proof.
 *
 * @param removed null where nothing can be removed before its time
 * @param left found again afterwards
 * @param note when what is left goes by itself, or why it stays
 * @param expires whether what is left was expected to be: retention removes it
 */
record Finding(String place, long found, @Nullable Long removed, long left, String note, boolean expires) {
    static Finding erased(String place, long found, long removed, long left, String note) {
        return new Finding(place, found, removed, left, note, false);
    }

    static Finding expiring(String place, long found, String note) {
        return new Finding(place, found, null, found, note, true);
    }

    boolean isProof() {
        return left == 0 || expires;
    }
}

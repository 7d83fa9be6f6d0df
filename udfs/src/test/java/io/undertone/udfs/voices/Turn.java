package io.undertone.udfs.voices;

import io.undertone.udfs.call.Role;
import java.util.List;

/** Somebody's turn in a reference. */
record Turn(long from, long to, Role role) {
    /** Share of the turns' samples in {@code mask} that have the right role. */
    static double right(List<Turn> turns, boolean[] mask, Role[] roles) {
        long right = 0;
        long all = 0;
        for (Turn turn : turns) {
            for (int i = (int) turn.from; i < Math.min(turn.to, mask.length); i++) {
                all += mask[i] ? 1 : 0;
                right += mask[i] && roles[i] == turn.role ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    /** Share of the turns' samples that are in {@code mask}. */
    static double heard(List<Turn> turns, boolean[] mask) {
        boolean[] everywhere = new boolean[mask.length];
        java.util.Arrays.fill(everywhere, true);
        Role[] asRoles = new Role[mask.length];
        for (Turn turn : turns) {
            for (int i = (int) turn.from; i < Math.min(turn.to, mask.length); i++) {
                asRoles[i] = mask[i] ? turn.role : Role.UNKNOWN;
            }
        }
        return right(turns, everywhere, asRoles);
    }
}

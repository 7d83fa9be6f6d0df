package io.undertone.job.runtime;

import java.util.Set;

/** Calls that a test puts aside and releases while steps run. */
public final class Aside implements Quarantine.Source {
    private static final long serialVersionUID = 1;

    private volatile Set<String> calls = Set.of();

    /** From now on these and no others are aside. */
    public void hold(String... keys) {
        calls = Set.of(keys);
    }

    @Override
    public Quarantine open() {
        return () -> calls;
    }
}

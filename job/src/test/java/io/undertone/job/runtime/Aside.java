package io.undertone.job.runtime;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Calls that a test puts aside and releases while steps run. */
public final class Aside implements Quarantine.Source {
    private static final long serialVersionUID = 1;

    private final AtomicReference<Set<String>> calls = new AtomicReference<>(Set.of());

    /** From now on these and no others are aside. */
    public void hold(String... keys) {
        calls.set(Set.of(keys));
    }

    @Override
    public Quarantine open() {
        return calls::get;
    }
}

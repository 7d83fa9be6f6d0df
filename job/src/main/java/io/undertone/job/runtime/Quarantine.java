package io.undertone.job.runtime;

import java.io.Serializable;
import java.util.Set;

/** The calls that somebody has put aside, because they crash a leg. Asked about every element, so it never blocks. */
@FunctionalInterface
public interface Quarantine extends AutoCloseable {
    /** Ships with a step, which opens it with itself. */
    @FunctionalInterface
    interface Source extends Serializable {
        /** Returns once all is known that was put aside by now: the first element may be the one that crashes. */
        Quarantine open();
    }

    /** Of a step that heeds none. */
    Source NONE = () -> Set::of;

    /** Keys {@code tenant|call}. The same set as long as nothing changes, which itself never does. */
    Set<String> calls();

    /** Whether the element belongs to a call that is put aside, whatever follows the call in its key. */
    default boolean holds(Keyed element) {
        Set<String> aside = calls();
        return !aside.isEmpty() && aside.contains(callOf(element.key()));
    }

    /** The same by the key of an element. */
    default boolean holds(String key) {
        Set<String> aside = calls();
        return !aside.isEmpty() && aside.contains(callOf(key));
    }

    @Override
    default void close() {}

    /** {@code tenant|call} at the head of a key; no id holds a '|'. */
    static String callOf(String key) {
        int end = key.indexOf('|', key.indexOf('|') + 1);
        return end < 0 ? key : key.substring(0, end);
    }
}

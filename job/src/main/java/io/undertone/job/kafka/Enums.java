package io.undertone.job.kafka;

/** Enums that stand in a contract and in the pure module under the same names: a test holds them together. */
final class Enums {
    private Enums() {}

    static <F extends Enum<F>, T extends Enum<T>> T to(Class<T> type, F value) {
        return Enum.valueOf(type, value.name());
    }
}

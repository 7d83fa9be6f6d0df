package io.undertone.job.lake;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Turns a value of an Avro record into what Flink's rows hold. Ships with its operator. */
@FunctionalInterface
interface Cell extends Serializable {
    Object of(Object value);

    default @Nullable Object orNull(@Nullable Object value) {
        return value == null ? null : of(value);
    }
}

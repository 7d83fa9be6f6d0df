package io.undertone.job.postcall;

import java.io.Serializable;

/** What stands in a table of an element. Ships with its operator. */
@FunctionalInterface
interface RowOf<E, R> extends Serializable {
    R of(E element);
}

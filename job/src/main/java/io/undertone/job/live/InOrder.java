package io.undertone.job.live;

import org.jspecify.annotations.Nullable;

/** Restores the order in which a call's items were numbered, whatever ways they took since. */
final class InOrder {
    private InOrder() {}

    /** Keeps an item until its turn. One whose turn is over is a repeat, and dropped. */
    static void add(OrderState order, CallProduct item) {
        if (item.number >= order.next) {
            order.early.put(item.number, item);
        }
    }

    /** The item whose turn it is; null if it has not come yet. */
    static @Nullable CallProduct next(OrderState order) {
        CallProduct item = order.early.remove(order.next);
        if (item != null) {
            order.next++;
        }
        return item;
    }
}

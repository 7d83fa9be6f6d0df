package io.undertone.job.live;

import java.util.HashMap;
import java.util.Map;

/**
 * The items of a call's part that came before their turn. A POJO: keyed state. Bounded by what the asynchronous stage has in
 * flight, and by what comes while a voiceprint is waited for.
 */
public class OrderState {
    /** Number of the item whose turn it is. */
    public long next;
    /** By number. */
    public Map<Long, CallProduct> early = new HashMap<>();

    public OrderState() {}
}

package io.undertone.job.live;

import io.undertone.udfs.moods.JudgedCall;
import java.util.HashMap;
import java.util.Map;

/** The moods of one part of a call, and its items that came before their turn. A POJO: keyed state. */
public class JudgedPart {
    public OrderState order = new OrderState();
    public JudgedCall call = new JudgedCall();
    /** The last second of each leg, by its id: windows that are judged behind it are told with it once more. */
    public Map<String, Insight> last = new HashMap<>();
    /** When an alert was first seen to be open on hold, by the clock of the machine; 0 while none is. */
    public long holdSeenMillis;

    public JudgedPart() {}
}

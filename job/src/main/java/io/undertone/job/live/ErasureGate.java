package io.undertone.job.live;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets an erasure go once every piece that was cut before it is answered for: a write that is still in flight, or is repeated after a
 * restart, would bring back what it erases. Answers and erasures come in any order.
 *
 * <p>Owned state: one {@link PendingErasures} a part, from its first piece to the word that no other comes. No timer: the stage before
 * answers every piece.
 */
public final class ErasureGate extends KeyedProcessFunction<String, CallProduct, CallProduct> {
    private transient @Nullable MapState<String, PendingErasures> parts;

    @Override
    public void open(OpenContext context) {
        parts = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("parts", Types.STRING, Types.POJO(PendingErasures.class)));
    }

    @Override
    public void processElement(CallProduct product, Context ctx, Collector<CallProduct> out) throws Exception {
        try {
            take(product, out);
        } catch (Exception bug) {
            throw StepFailure.in(Step.RELEASE_ERASURES, product, bug);
        }
    }

    private void take(CallProduct product, Collector<CallProduct> out) throws Exception {
        String partKey = product.id.partKey();
        PendingErasures part = Opened.of(parts).get(partKey);
        part = part == null ? new PendingErasures() : part;
        if (product.erasure == null) {
            part.answered.add(product.number);
        } else if (product.erasure.last) {
            part.pieces = product.number;
            part.erasures = product.erasures;
        } else {
            part.waiting.add(product);
        }
        release(part, out);
        if (part.isOver()) {
            Opened.of(parts).remove(partKey);
        } else {
            Opened.of(parts).put(partKey, part);
        }
    }

    private static void release(PendingErasures part, Collector<CallProduct> out) {
        for (Iterator<CallProduct> waiting = part.waiting.iterator(); waiting.hasNext(); ) {
            CallProduct order = waiting.next();
            if (part.answered.reach(order.number)) {
                waiting.remove();
                part.released++;
                out.collect(order);
            }
        }
    }
}

package io.undertone.job.live;

import io.undertone.job.runtime.CallFunction;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.tracking.SpokenLeg;
import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Lets an utterance go once all its pieces are answered, and the call's end once all its utterances have gone and all its erasures
 * are carried out: who is told of the end may read the audio. Answers, utterances
 * and the end come in any order: the asynchronous stage before it does not keep one, least of all over a rescale.
 *
 * <p>Owned state: one {@link CompletionState} a part, from its first product to its end. No timer: the stage before answers every
 * piece, if need be as lost.
 */
public final class UtteranceCompleter extends CallFunction<CallProduct, CallProduct> {
    /** Of a leg: an utterance has six pieces at most, and the last eight of a leg may come again with another speaker. */
    private static final int MOST_CLAIMED = 6 * SpokenLeg.MOST_RECENT;

    static final OutputTag<CallProduct> ENDED = new OutputTag<>("ended") {};

    private transient @Nullable MapState<String, CompletionState> parts;

    public UtteranceCompleter() {
        super(Step.COMPLETE_UTTERANCES);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        parts = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("parts", Types.STRING, Types.POJO(CompletionState.class)));
    }

    @Override
    protected void take(CallProduct product, Context ctx, Collector<CallProduct> out) throws Exception {
        if (product.erasure != null && !product.erasure.done) {
            return; // it goes to whoever carries it out
        }
        String partKey = product.id.partKey();
        CompletionState part = Opened.of(parts).get(partKey);
        part = part == null ? new CompletionState() : part;
        if (product.piece != null) {
            part.answers.put(product.piece.uri, product.piece.stored);
        } else if (product.utterance != null) {
            part.waiting.add(product.utterance);
        } else if (product.erasure != null) {
            part.erased++;
        } else {
            part.ended = product.ended;
            part.erasures = product.erasures;
        }
        release(product, part, out);
        if (part.ended != null && part.completed >= part.ended.utteranceRecords() && part.erased >= part.erasures) {
            ctx.output(ENDED, CallProduct.ended(product.id, product.origin, part.ended));
            Opened.of(parts).remove(partKey);
        } else {
            Opened.of(parts).put(partKey, part);
        }
    }

    @Override
    protected void leave(CallProduct product, Context ctx, Collector<CallProduct> out) {
        Opened.of(parts).clear(); // nobody is behind this step
    }

    private static void release(CallProduct product, CompletionState part, Collector<CallProduct> out) {
        for (Iterator<UtteranceFacts> waiting = part.waiting.iterator(); waiting.hasNext(); ) {
            UtteranceFacts utterance = waiting.next();
            if (claim(utterance, part)) {
                waiting.remove();
                part.completed++;
                out.collect(CallProduct.utterance(product.id, product.origin, utterance));
            }
        }
    }

    /** Takes over the answers to an utterance's pieces if all are there. */
    private static boolean claim(UtteranceFacts utterance, CompletionState part) {
        for (PieceFacts piece : utterance.pieces) {
            if (!part.answers.containsKey(piece.uri) && claimed(part, utterance.legId, piece.begin) == null) {
                return false;
            }
        }
        for (PieceFacts piece : utterance.pieces) {
            Boolean stored = part.answers.remove(piece.uri);
            if (stored != null) {
                part.claimed.add(new ClaimedPiece(utterance.legId, piece.begin, stored));
            }
            ClaimedPiece answer = claimed(part, utterance.legId, piece.begin);
            piece.stored = answer != null && answer.stored;
        }
        forgetFirst(part, utterance.legId);
        return true;
    }

    private static void forgetFirst(CompletionState part, String legId) {
        long surplus =
                part.claimed.stream().filter(piece -> piece.legId.equals(legId)).count() - MOST_CLAIMED;
        for (Iterator<ClaimedPiece> pieces = part.claimed.iterator(); surplus > 0; ) {
            if (pieces.next().legId.equals(legId)) {
                pieces.remove();
                surplus--;
            }
        }
    }

    private static @Nullable ClaimedPiece claimed(CompletionState part, String legId, long begin) {
        for (ClaimedPiece piece : part.claimed) {
            if (piece.is(legId, begin)) {
                return piece;
            }
        }
        return null;
    }
}

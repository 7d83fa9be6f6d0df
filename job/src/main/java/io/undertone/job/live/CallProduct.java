package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the chain of a call: a piece of audio to be stored, an utterance, or the end. Exactly one is there. A POJO: it is
 * the input of an asynchronous stage and so part of checkpoints.
 */
public class CallProduct implements Keyed {
    public CallId id = new CallId();
    /** Of the record that brought it about; null when a deadline did. */
    public @Nullable RecordOrigin origin;

    public @Nullable PieceFacts piece;
    /** The piece's samples, G.711 μ-law; null once they are stored or given up. */
    public byte @Nullable [] muLaw;

    public @Nullable UtteranceFacts utterance;
    public @Nullable EndedCallFacts ended;

    public CallProduct() {}

    private CallProduct(CallId id, @Nullable RecordOrigin origin) {
        this.id = id;
        this.origin = origin;
    }

    static CallProduct piece(CallId id, @Nullable RecordOrigin origin, PieceFacts piece, byte @Nullable [] muLaw) {
        var product = new CallProduct(id, origin);
        product.piece = piece;
        product.muLaw = muLaw;
        return product;
    }

    static CallProduct utterance(CallId id, @Nullable RecordOrigin origin, UtteranceFacts utterance) {
        var product = new CallProduct(id, origin);
        product.utterance = utterance;
        return product;
    }

    static CallProduct ended(CallId id, @Nullable RecordOrigin origin, EndedCallFacts ended) {
        var product = new CallProduct(id, origin);
        product.ended = ended;
        return product;
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return origin;
    }

    @Override
    public String key() {
        return id.key();
    }
}

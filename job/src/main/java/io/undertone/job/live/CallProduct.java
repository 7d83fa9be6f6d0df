package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the chain of a call: a piece of audio to be stored, an utterance, or the end. Exactly one is there. A POJO: it is
 * the input of an asynchronous stage and so part of checkpoints.
 */
public class CallProduct implements Keyed {
    public CallId id = new CallId();
    public @Nullable PieceFacts piece;
    /** The piece's samples, G.711 μ-law; null once they are stored or given up. */
    public byte @Nullable [] muLaw;

    public @Nullable UtteranceFacts utterance;
    public @Nullable EndedCallFacts ended;

    public CallProduct() {}

    private CallProduct(CallId id) {
        this.id = id;
    }

    static CallProduct piece(CallId id, PieceFacts piece, byte @Nullable [] muLaw) {
        var product = new CallProduct(id);
        product.piece = piece;
        product.muLaw = muLaw;
        return product;
    }

    static CallProduct utterance(CallId id, UtteranceFacts utterance) {
        var product = new CallProduct(id);
        product.utterance = utterance;
        return product;
    }

    static CallProduct ended(CallId id, EndedCallFacts ended) {
        var product = new CallProduct(id);
        product.ended = ended;
        return product;
    }

    @Override
    public String key() {
        return id.key();
    }
}

package io.undertone.job.inference;

import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.model.ModelCard;
import java.io.Serializable;

/**
 * What a stage asks a model about one of its elements, and what it makes of the answer. It travels with the job.
 *
 * @param <I> what is asked about; a POJO, since elements under way are written to checkpoints
 */
public interface Question<I, O> extends Serializable {
    /** Speech at 8 kHz, in μ-law. */
    byte[] muLaw(I asked);

    /** Whatever the answer is: what can't be scored, or not in time, is replied to as well. */
    O reply(I asked, Answer answer, ModelCard card);

    /** Which element it was, in words for whoever looks for a bug. */
    String described(I asked);
}

package io.undertone.job.inference;

import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.model.ModelCard;

/** About windows of legs: scores come back under the window's number, without its audio. */
public final class WindowQuestion implements Question<ModelRequest, ModelReply> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] muLaw(ModelRequest asked) {
        return asked.muLaw;
    }

    @Override
    public ModelReply reply(ModelRequest asked, Answer answer, ModelCard card) {
        ModelReply reply = ModelReply.to(asked);
        if (answer instanceof Answer.Scored scored) {
            reply.scores = scored.values();
        } else {
            reply.failure = ((Answer.Failed) answer).failure().name();
        }
        return reply;
    }

    @Override
    public String described(ModelRequest asked) {
        return "window %d of leg %s, call %s".formatted(asked.number, asked.legId, asked.id.key());
    }
}

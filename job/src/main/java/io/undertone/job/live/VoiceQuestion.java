package io.undertone.job.live;

import io.undertone.job.inference.Question;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.model.ModelCard;
import java.util.Objects;

/** Whose voice a window is: the answer is an embedding. A window that could not be heard comes back without one. */
final class VoiceQuestion implements Question<CallProduct, CallProduct> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] muLaw(CallProduct asked) {
        return Objects.requireNonNull(asked.muLaw, "a window is asked about with its samples");
    }

    @Override
    public CallProduct reply(CallProduct asked, Answer answer, ModelCard card) {
        return asked.heard(answer instanceof Answer.Scored scored ? scored.values() : null);
    }

    @Override
    public String described(CallProduct asked) {
        return "item %d of call %s".formatted(asked.number, asked.key());
    }
}

package io.undertone.job.live;

import io.undertone.job.inference.Question;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.model.ModelCard;
import java.util.Objects;

/** In what mood somebody says a window of speech: the answer is a probability for each of the model's classes. */
final class MoodQuestion implements Question<CallProduct, CallProduct> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] muLaw(CallProduct asked) {
        return Objects.requireNonNull(asked.muLaw, "a window is asked about with its samples");
    }

    @Override
    public CallProduct reply(CallProduct asked, Answer answer, ModelCard card) {
        if (answer instanceof Answer.Scored scored) {
            return asked.judged(scored.values(), null);
        }
        return asked.judged(null, ((Answer.Failed) answer).failure().name());
    }

    @Override
    public String described(CallProduct asked) {
        return "item %d of call %s".formatted(asked.number, asked.key());
    }
}

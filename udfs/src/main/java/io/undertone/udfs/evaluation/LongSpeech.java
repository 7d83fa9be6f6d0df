package io.undertone.udfs.evaluation;

import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Failure;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelInput;
import java.util.List;
import java.util.function.Function;

/** Embeds speech of any length by a model that takes so much at a time. */
public final class LongSpeech {
    private LongSpeech() {}

    /** The direction of the mean over even parts; or why one of them has no embedding. */
    public static Answer embed(Window speech, ModelInput input, Function<Window, Answer> model) {
        List<Window> parts = Cuts.parts(speech, (int) (input.maxSeconds() * StatelessModel.SAMPLE_RATE_HZ));
        if (parts.size() <= 1) {
            return model.apply(speech);
        }
        float[] sum = {};
        for (Window part : parts) {
            Answer answer = model.apply(part);
            if (!(answer instanceof Answer.Scored scored)) {
                return answer;
            }
            sum = sum.length == 0 ? scored.values().clone() : plus(sum, scored.values());
        }
        return direction(sum);
    }

    private static float[] plus(float[] sum, float[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    private static Answer direction(float[] sum) {
        double squares = 0;
        for (float component : sum) {
            squares += (double) component * component;
        }
        if (!(squares > 0)) {
            return new Answer.Failed(Failure.NOT_FINITE, "its parts cancel each other out");
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) Math.sqrt(squares);
        }
        return new Answer.Scored(sum);
    }
}

package io.undertone.udfs.evaluation;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.moods.CallJudge;
import io.undertone.udfs.moods.MoodSettings;
import io.undertone.udfs.speech.SileroVad;
import io.undertone.udfs.speech.SpeechRounds;
import io.undertone.udfs.speech.SpeechSettings;
import java.util.function.Function;

/**
 * Hears the customer's leg of a call as the live leg does: by its detector, its gate, its windows and its judge. Only there is no
 * waiting: the model answers at once. Not thread-safe.
 */
public final class LiveEar {
    static final String LEG = "customer";

    private static final float FULL_SCALE = 32_768;

    private final SpeechRounds rounds;
    private final Function<Window, Answer> model;
    private final CallJudge judge;

    /** @param vad for one frame at a time */
    public LiveEar(SileroVad vad, Function<Window, Answer> model, MoodSettings settings) {
        this.rounds = new SpeechRounds(vad, SpeechSettings.defaults(), 1);
        this.model = model;
        this.judge = new CallJudge(settings);
    }

    /** All alerts of a call from its first sample to its end. */
    public HeardCall hear(MoodCall call) {
        return new LiveHearing(call, rounds, this::scores, judge).hear();
    }

    /** What a gateway says of such a leg: that it is the customer's. */
    static CallFacts facts() {
        var customer = new PartyFacts();
        customer.role = Role.CUSTOMER;
        customer.roleSource = RoleSource.GATEWAY;
        var facts = new CallFacts();
        facts.parties.put(LEG, customer);
        return facts;
    }

    private float[] scores(byte[] muLaw) {
        float[] samples = new float[muLaw.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = G711.decodeMuLaw(muLaw[i]) / FULL_SCALE;
        }
        Answer answer = model.apply(Window.of(samples));
        if (answer instanceof Answer.Scored scored) {
            return scored.values();
        }
        throw new IllegalStateException("the model answered a window of a call with " + answer);
    }
}

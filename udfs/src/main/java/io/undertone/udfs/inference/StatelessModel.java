package io.undertone.udfs.inference;

import ai.onnxruntime.OrtException;
import io.undertone.udfs.model.CheckSignal;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A model that remembers nothing between windows, with its front end: samples at 8 kHz in, answers out. Which windows share a run
 * decides nothing. Not thread-safe: the front end has scratch space; the session behind it is shared.
 */
public final class StatelessModel implements AutoCloseable {
    /** Rate of the windows that it is given. */
    public static final int SAMPLE_RATE_HZ = 8_000;

    private final ModelCard card;
    private final Lease<ModelSession> session;
    private final WindowRun run;

    private StatelessModel(ModelCard card, Lease<ModelSession> session, WindowRun run) {
        this.card = card;
        this.session = session;
        this.run = run;
    }

    /**
     * Loads the model, or joins those who have it, and checks its signature and its stored answer.
     *
     * @throws IllegalArgumentException naming the model and what is wrong with it
     */
    public static StatelessModel open(ModelCard card, ModelStore store, Execution execution) {
        Lease<ModelSession> session = ModelSession.lease(card, store, execution);
        try {
            var model = new StatelessModel(card, session, WindowRun.of(card, session.get()));
            model.check();
            return model;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    public ModelCard card() {
        return card;
    }

    /** What it runs on. */
    public Provider provider() {
        return session.get().provider();
    }

    /** Why it does not run on what was asked for first; empty if it does. */
    public List<String> fallbacks() {
        return session.get().fallbacks();
    }

    /** The answer to one window. */
    public Answer ask(Window window) {
        return ask(List.of(window)).get(0);
    }

    /**
     * The answers to windows of one length, in their order, by one run.
     *
     * @throws IllegalArgumentException if their lengths differ
     */
    public List<Answer> ask(List<Window> windows) {
        int count = windows.get(0).count();
        Answer.Failed refusal = WindowCheck.length(card.input(), count);
        if (refusal != null) {
            return windows.stream().map(window -> (Answer) refusal).toList();
        }
        List<Answer> answers = new ArrayList<>(Collections.nCopies(windows.size(), WindowCheck.NOT_FINITE));
        List<Window> sound = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            requireLength(count, windows.get(i));
            if (WindowCheck.isFinite(windows.get(i))) {
                sound.add(windows.get(i));
                places.add(i);
            }
        }
        List<Answer> scored = sound.isEmpty() ? List.of() : scored(sound);
        for (int i = 0; i < scored.size(); i++) {
            answers.set(places.get(i), scored.get(i));
        }
        return answers;
    }

    @Override
    public void close() {
        session.close();
    }

    private List<Answer> scored(List<Window> windows) {
        try {
            return run.answers(windows);
        } catch (OrtException e) {
            Answer failed =
                    new Answer.Failed(Failure.RUNTIME, "%d windows: %s".formatted(windows.size(), e.getMessage()));
            return windows.stream().map(window -> failed).toList();
        }
    }

    private static void requireLength(int count, Window window) {
        if (window.count() != count) {
            throw new IllegalArgumentException(
                    "windows of a run have one length, got %d and %d".formatted(count, window.count()));
        }
    }

    private void check() {
        float[] signal = CheckSignal.samples(card.selfCheck().samples(), SAMPLE_RATE_HZ);
        Answer answer = ask(Window.of(signal));
        if (answer instanceof Answer.Failed failed) {
            throw new IllegalArgumentException("model %s fails its self-check on this machine: %s, %s"
                    .formatted(card.id(), failed.failure(), failed.detail()));
        }
        card.selfCheck().require(card.id(), ((Answer.Scored) answer).values());
    }
}

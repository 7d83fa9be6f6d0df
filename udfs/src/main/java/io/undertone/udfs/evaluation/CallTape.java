package io.undertone.udfs.evaluation;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.model.Mood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A call as it is put together: stretches and pauses, one after the other. */
final class CallTape {
    private final Random random;
    private final List<Stretch> stretches = new ArrayList<>();
    private short[] samples = {};

    CallTape(Random random) {
        this.random = random;
    }

    /** Whether what was said last is what somebody should be told of. */
    boolean endsInAnger() {
        return !stretches.isEmpty() && stretches.get(stretches.size() - 1).mood() == Mood.NEGATIVE;
    }

    /** Says clips in any order, one right after the other: each has its own short silences at both ends. */
    void say(Mood mood, List<ActedClip> clips) {
        List<ActedClip> order = new ArrayList<>(clips);
        Collections.shuffle(order, random);
        long begin = samples.length;
        order.forEach(clip -> add(clip.samples()));
        stretches.add(new Stretch(
                mood, begin, samples.length, order.stream().map(ActedClip::name).toList()));
    }

    /** Digital silence: the customer listens. */
    void pause(double seconds) {
        add(new short[(int) Math.round(seconds * Recording.TELEPHONE_HZ)]);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    MoodCall call(String name) {
        return new MoodCall(name, samples, List.copyOf(stretches));
    }

    private void add(short[] more) {
        int length = samples.length;
        samples = Arrays.copyOf(samples, length + more.length);
        System.arraycopy(more, 0, samples, length, more.length);
    }
}

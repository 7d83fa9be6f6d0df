package io.undertone.udfs.evaluation;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.model.Mood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Calls with known moods, made of acted clips: one of each speaker, in which calm and angry stretches take turns. Whatever is
 * random follows from the seed and the speaker.
 *
 * <p>Every clip is said once. Angry clips make as many stretches of ten seconds or more as they can; what calm ones there are is
 * shared out before, between and after. Between two angry stretches the customer is silent for {@value #APART_SECONDS} s or
 * more in all, split at random around what is said there: an alert clears by then and the next is due no sooner than 30 s later.
 */
public final class MoodCalls {
    /** Of clips one after the other. */
    public static final int LEAST_ANGRY_SECONDS = 10;

    /** 30 s from one alert to the next, and up to 14 s until the first is cleared where nobody speaks. */
    static final double APART_SECONDS = 46;

    private static final double SHORTEST_PAUSE_SECONDS = 1;
    private static final double LONGEST_PAUSE_SECONDS = 6;
    private static final double AFTER_LAST_SECONDS = 15;

    private final long seed;

    public MoodCalls(long seed) {
        this.seed = seed;
    }

    /** A call of each speaker who has enough angry clips for a stretch, by name. What is neither angry nor calm is left out. */
    public List<MoodCall> of(List<ActedClip> clips) {
        return bySpeaker(clips).values().stream()
                .filter(own -> EvenShares.length(in(Mood.NEGATIVE, own)) >= leastAngry())
                .map(this::call)
                .toList();
    }

    /** A call of each speaker in which all is said, one after the other, that the speaker says in that mood. */
    public List<MoodCall> of(Mood mood, List<ActedClip> clips) {
        return bySpeaker(in(mood, clips)).values().stream()
                .map(own -> {
                    var tape = new CallTape(randomOf(own));
                    tape.say(mood, own);
                    tape.pause(AFTER_LAST_SECONDS);
                    return tape.call(own.get(0).speaker());
                })
                .toList();
    }

    private MoodCall call(List<ActedClip> clips) {
        Random random = randomOf(clips);
        Collections.shuffle(clips, random);
        List<List<ActedClip>> angry = EvenShares.ofAtLeast(leastAngry(), in(Mood.NEGATIVE, clips));
        List<List<ActedClip>> calm = EvenShares.of(angry.size() + 1, in(Mood.NEUTRAL, clips));
        Collections.shuffle(angry, random);
        Collections.shuffle(calm, random);
        var tape = new CallTape(random);
        double owed = 0;
        for (int i = 0; i < calm.size(); i++) {
            owed = say(tape, Mood.NEUTRAL, calm.get(i), owed);
            owed = i < angry.size() ? say(tape, Mood.NEGATIVE, angry.get(i), owed) : owed;
        }
        tape.pause(AFTER_LAST_SECONDS);
        return tape.call(clips.get(0).speaker());
    }

    /** Pauses, then speaks. Returns the silence that is owed before the next angry stretch. */
    private static double say(CallTape tape, Mood mood, List<ActedClip> clips, double owed) {
        if (clips.isEmpty()) {
            return owed;
        }
        double most = tape.endsInAnger() && mood == Mood.NEUTRAL ? APART_SECONDS : LONGEST_PAUSE_SECONDS;
        double pause = Math.max(tape.between(SHORTEST_PAUSE_SECONDS, most), mood == Mood.NEGATIVE ? owed : 0);
        tape.pause(pause);
        tape.say(mood, clips);
        return mood == Mood.NEGATIVE ? APART_SECONDS : owed - pause;
    }

    private Random randomOf(List<ActedClip> clips) {
        return new Random(31 * seed + clips.get(0).speaker().hashCode());
    }

    private static Map<String, List<ActedClip>> bySpeaker(List<ActedClip> clips) {
        Map<String, List<ActedClip>> own = new TreeMap<>();
        for (ActedClip clip : clips) {
            own.computeIfAbsent(clip.speaker(), speaker -> new ArrayList<>()).add(clip);
        }
        return own;
    }

    private static List<ActedClip> in(Mood mood, List<ActedClip> clips) {
        return clips.stream().filter(clip -> clip.mood() == mood).collect(Collectors.toCollection(ArrayList::new));
    }

    private static long leastAngry() {
        return (long) LEAST_ANGRY_SECONDS * Recording.TELEPHONE_HZ;
    }
}

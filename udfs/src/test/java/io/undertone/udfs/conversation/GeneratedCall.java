package io.undertone.udfs.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random call of three legs, drawn on a grid coarse enough that begins, ends and the limits of the rules often coincide:
 * 10 samples a second, so one sample is the 0.1 s and ten are the 1 s of the rule on interruptions.
 */
record GeneratedCall(TalkTimeline timeline, List<Interval> holds, List<Interval> redactions, int samples) {

    static final int RATE = 10;
    private static final Speaker[] SPEAKERS = {Speaker.CUSTOMER, Speaker.AGENT, Speaker.UNKNOWN};

    static GeneratedCall of(long seed) {
        Random random = new Random(seed);
        int samples = 300 + random.nextInt(600);
        List<Talk> talks = new ArrayList<>();
        for (int leg = 0; leg < SPEAKERS.length; leg++) {
            addTalks(talks, leg, samples, random);
        }
        List<Interval> holds = anywhere(random.nextInt(4), samples, random);
        List<Interval> redactions = anywhere(random.nextInt(4), samples, random);
        CallSpan call = new CallSpan(RATE, samples, holds, redactions);
        return new GeneratedCall(new TalkTimeline(talks, call), holds, redactions, samples);
    }

    /** Utterances of a leg follow one another; a pause of 0 makes them touch, the last may outlast the call. */
    private static void addTalks(List<Talk> talks, int leg, int samples, Random random) {
        int begin = random.nextInt(100);
        for (int number = 1; begin < samples; number++) {
            int end = begin + random.nextInt(60);
            String participant = leg == 2 && random.nextBoolean() ? "participant-0" : "participant-" + leg;
            talks.add(new Talk("leg-" + leg, participant, SPEAKERS[leg], number, new Interval(begin, end), false));
            begin = end + random.nextInt(random.nextInt(5) == 0 ? 150 : 20);
        }
    }

    /** Unsorted, overlapping at times, and at times beyond the call's end. */
    private static List<Interval> anywhere(int count, int samples, Random random) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int begin = random.nextInt(samples);
            intervals.add(new Interval(begin, begin + random.nextInt(80)));
        }
        return intervals;
    }
}

package io.undertone.udfs.enrolment;

import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.speech.LegScan;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechLegState;
import io.undertone.udfs.speech.SpeechRounds;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.VadFrame;
import io.undertone.udfs.speech.VadGate;
import java.util.ArrayList;
import java.util.List;

/** Finds the speech of a whole recording as the live leg would: the same network, gate and padding. */
final class SpeechFinder {
    private static final String LEG = "enrolment";

    private final SpeechRounds rounds;
    private final SpeechSettings settings;
    private final int length;
    private final List<Stretch> found = new ArrayList<>();
    private long begin;

    private SpeechFinder(SpeechRounds rounds, SpeechSettings settings, int length) {
        this.rounds = rounds;
        this.settings = settings;
        this.length = length;
    }

    /** Stretches of speech in their order, apart from each other. */
    static List<Stretch> find(SpeechRounds rounds, SpeechSettings settings, short[] samples) {
        return new SpeechFinder(rounds, settings, samples.length).of(samples);
    }

    private List<Stretch> of(short[] samples) {
        var leg = new SpeechLegState();
        LegScan whole = rounds.add(leg, new LegChunk(LEG, 0, samples.length, GapKind.NONE, samples));
        LegScan rest = rounds.finish(leg, LEG);
        rounds.run();
        read(whole.frames());
        read(rest.frames());
        return found;
    }

    private void read(SpeechFrames frames) {
        for (int i = 0; i < frames.frames(); i++) {
            long end = frames.position() + frames.to(i);
            if (frames.edges()[i] == VadGate.Edge.SPEECH_STARTED) {
                begin = end - samples(settings.minSpeechFrames());
            } else if (frames.edges()[i] == VadGate.Edge.SPEECH_ENDED) {
                add(end - samples(settings.minSilenceFrames()));
            }
        }
        if (frames.cut() && frames.cutEdge() == VadGate.Edge.SPEECH_ENDED) {
            add(frames.end());
        }
    }

    private void add(long end) {
        long pad = samples(settings.padFrames());
        int from = (int) Math.max(0, begin - pad);
        int to = (int) Math.min(length, end + pad);
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).to() >= from) {
            found.set(last, new Stretch(found.get(last).from(), to));
        } else {
            found.add(new Stretch(from, to));
        }
    }

    private static long samples(int frames) {
        return (long) frames * VadFrame.SAMPLES;
    }
}

package io.undertone.udfs.speech;

import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.loudness.AudioProperties;
import io.undertone.udfs.loudness.LegMeter;
import io.undertone.udfs.loudness.LegMeterState;
import io.undertone.udfs.loudness.LevelReading;
import java.util.function.Consumer;

/** Feeds a leg's meter with its frames, and tells it which stretches were speech as the gate settles them. */
public final class SpeechLevels {
    private SpeechLevels() {}

    /** Measures frames; seconds that end in them go to {@code seconds}. Returns each frame's K-weighted energy. */
    public static double[] measure(LevelsLegState leg, SpeechFrames frames, Consumer<LevelReading> seconds) {
        LegMeterState meter = leg.meter;
        if (frames.position() != meter.position) {
            LegMeter.jump(meter, frames.position());
            leg.settledTo = frames.position();
            report(meter, seconds);
        }
        double[] energies = new double[frames.frames()];
        for (int i = 0; i < energies.length; i++) {
            int from = frames.from(i);
            energies[i] = LegMeter.advance(
                    meter, frames.position() + from, frames.samples(), from, frames.to(i), frames.concealed()[i]);
            settle(leg, frames.edges()[i], frames.position() + frames.to(i), frames.unsettled()[i]);
            report(meter, seconds);
        }
        if (frames.cut()) {
            LegMeter.settle(meter, leg.settledTo, frames.end(), leg.speaking);
            leg.settledTo = frames.end();
            leg.speaking = false;
        }
        return energies;
    }

    /** The leg is over: its last second ends with what it had. */
    public static void finish(LevelsLegState leg, Consumer<LevelReading> seconds) {
        LegMeter.finish(leg.meter);
        report(leg.meter, seconds);
    }

    /** Writes the leg's totals into {@code summary}. */
    public static void summarise(LevelsLegState leg, LegSummary summary) {
        AudioProperties levels = LegMeter.properties(leg.meter);
        summary.speechLufs = LegMeter.speechLufs(leg.meter);
        summary.samples = levels.samples();
        summary.rms = levels.rmsLinear();
        summary.rmsDbfs = levels.rmsDbfs();
        summary.peakDbfs = levels.peakDbfs();
        summary.meanAbsolute = levels.meanAbsolute();
        summary.zeroCrossingRate = levels.zeroCrossingRate();
    }

    /** What was unsettled before an edge takes the label behind it: that is what the edge says. */
    private static void settle(LevelsLegState leg, VadGate.Edge edge, long end, int unsettledFrames) {
        if (edge != VadGate.Edge.NONE) {
            leg.speaking = edge == VadGate.Edge.SPEECH_STARTED;
        }
        long to = end - (long) unsettledFrames * VadFrame.SAMPLES;
        if (to > leg.settledTo) {
            LegMeter.settle(leg.meter, leg.settledTo, to, leg.speaking);
            leg.settledTo = to;
        }
    }

    private static void report(LegMeterState meter, Consumer<LevelReading> seconds) {
        if (LegMeter.secondIsFull(meter)) {
            seconds.accept(LegMeter.takeSecond(meter));
        }
    }
}

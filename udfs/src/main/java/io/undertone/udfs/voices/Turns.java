package io.undertone.udfs.voices;

import io.undertone.udfs.speech.VadFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * Who speaks when on a mixed leg. The speech that a window adds to the one before is a cell; a cell is decided once the
 * {@link #LAG} windows after its own are heard, by the likeliest path over all cells that are open, and stays so.
 */
final class Turns {
    /** Windows kept: a change is dated by those around it. */
    static final int RECENT = 8;

    /** A window lasts four cells: with three more, all windows that a cell is in are heard. */
    static final int LAG = 3;

    /** A window teaches once it is known whether the voice changes in the second after it. */
    private static final int LESSON_LAG = 2;

    private Turns() {}

    static List<VoiceChange> hear(LegVoices leg, HeardWindow heard) {
        leg.recent.add(heard);
        if (leg.recent.size() > RECENT) {
            leg.recent.remove(0);
        }
        NewVoices.look(leg, heard);
        return leg.voices.isEmpty() ? List.of() : decide(leg, LAG);
    }

    static List<VoiceChange> finish(LegVoices leg) {
        return leg.voices.isEmpty() ? List.of() : decide(leg, 0);
    }

    private static List<VoiceChange> decide(LegVoices leg, int lag) {
        List<VoiceChange> changes = new ArrayList<>();
        var evidence = new Evidence(leg);
        int[] path = VoicePath.best(leg, evidence);
        learn(leg, path, evidence);
        for (int cell = 0; cell < leg.recent.size() - lag; cell++) {
            if (!leg.recent.get(cell).decided) {
                decide(leg, cell, path, evidence, changes);
            }
        }
        leg.expected = path.length == 0 ? leg.voice : path[path.length - 1];
        return changes;
    }

    private static void decide(LegVoices leg, int cell, int[] path, Evidence evidence, List<VoiceChange> changes) {
        HeardWindow decided = leg.recent.get(cell);
        int number = path[cell];
        decided.decided = true;
        decided.voice = number;
        Voice voice = leg.voice(number);
        voice.windows++;
        voice.speechSamples += (long) decided.fresh.length * VadFrame.SAMPLES;
        boolean overlap = Overlaps.at(leg, cell, path, evidence);
        double score = evidence.mean(cell, number);
        if (number != leg.voice) {
            changes.add(new VoiceChange(date(leg, cell, number, evidence), number, overlap, score));
        } else if (overlap != leg.overlap && decided.fresh.length > 0) {
            changes.add(new VoiceChange(decided.fresh[0], number, overlap, score));
        }
        leg.voice = number;
        leg.overlap = overlap;
    }

    private static long date(LegVoices leg, int cell, int number, Evidence evidence) {
        if (leg.voice == 0) {
            return leg.recent.get(0).fresh.length > 0 ? leg.recent.get(0).fresh[0] : leg.recent.get(cell).centre;
        }
        return ChangeDate.of(leg, cell, number, evidence);
    }

    /** Only a window that lies in the speech of one voice, and is of no other beside it, teaches it. */
    private static void learn(LegVoices leg, int[] path, Evidence evidence) {
        int lesson = leg.recent.size() - 1 - LESSON_LAG;
        if (lesson < 0 || !leg.recent.get(lesson).teaches) {
            return;
        }
        int number = evidence.onlyVoice(lesson, path);
        if (number == 0
                || evidence.score(lesson, number) < VoiceSettings.TEACHING
                || Overlaps.within(leg, number, evidence.of(lesson))) {
            return;
        }
        Voice voice = leg.voice(number);
        if (voice.lessons < VoiceSettings.LEARNT) {
            voice.learn(leg.recent.get(lesson).embedding);
        }
    }
}

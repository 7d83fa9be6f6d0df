package io.undertone.udfs.voices;

import io.undertone.udfs.speech.VadFrame;
import java.util.ArrayList;
import java.util.List;

/** Who speaks on a leg of one participant: the same voice until two of the last three windows are of another. */
final class Handovers {
    private static final int RECENT = 3;
    private static final int AGREEING = 2;

    /** Below {@code high}, a voice is taken only if the second best is so much less like. */
    private static final double MARGIN = 0.05;

    private Handovers() {}

    /** @param from where the window begins: the leg's first voice is dated back to it */
    static List<VoiceChange> hear(LegVoices leg, HeardWindow heard, long from, VoiceSettings settings) {
        leg.recent.add(heard);
        if (leg.recent.size() > RECENT) {
            leg.recent.remove(0);
        }
        heard.decided = true;
        if (!heard.votes()) {
            return List.of();
        }
        int number = vote(leg, Evidence.scores(leg, heard), settings);
        if (number > 0) {
            give(leg, heard, number);
            teach(leg.voice(number), heard);
        } else if (heard.teaches) {
            found(leg, heard, settings);
        }
        return heard.voice == 0 ? List.of() : confirm(leg, heard, from);
    }

    private static int vote(LegVoices leg, double[] scores, VoiceSettings settings) {
        int best = 0;
        for (int voice = 1; voice < scores.length; voice++) {
            best = scores[voice] > scores[best] ? voice : best;
        }
        double second = -1;
        for (int voice = 0; voice < scores.length; voice++) {
            second = voice == best ? second : Math.max(second, scores[voice]);
        }
        if (scores.length == 0 || scores[best] < leg.voices.get(best).newBelow(settings.low())) {
            return 0;
        }
        return scores[best] >= settings.high() || scores[best] - second >= MARGIN ? best + 1 : 0;
    }

    /** The first voice takes one window, a further one two that agree. */
    private static void found(LegVoices leg, HeardWindow heard, VoiceSettings settings) {
        List<HeardWindow> agreeing = new ArrayList<>();
        for (HeardWindow window : leg.recent) {
            if (window.teaches
                    && window.voice == 0
                    && Embeddings.cosine(window.embedding, heard.embedding) >= settings.low()) {
                agreeing.add(window);
            }
        }
        boolean enough = leg.voices.isEmpty() || agreeing.size() >= AGREEING;
        if (enough && leg.voices.size() < VoiceSettings.MOST_VOICES) {
            var voice = new Voice(heard.embedding);
            leg.voices.add(voice);
            for (HeardWindow window : agreeing) {
                give(leg, window, leg.voices.size());
                if (window != heard) {
                    voice.learn(window.embedding);
                }
            }
        }
    }

    private static void give(LegVoices leg, HeardWindow window, int number) {
        window.voice = number;
        Voice voice = leg.voice(number);
        voice.windows++;
        voice.speechSamples += (long) window.frames * VadFrame.SAMPLES;
    }

    private static void teach(Voice voice, HeardWindow heard) {
        if (heard.teaches && voice.lessons < VoiceSettings.LEARNT) {
            voice.learn(heard.embedding);
        }
    }

    private static List<VoiceChange> confirm(LegVoices leg, HeardWindow heard, long from) {
        double score = Embeddings.cosine(heard.embedding, leg.voice(heard.voice).sum);
        if (leg.voice == 0) {
            leg.voice = heard.voice;
            leg.expected = heard.voice;
            return List.of(new VoiceChange(from, heard.voice, false, score));
        }
        List<HeardWindow> votes = leg.recent.stream()
                .filter(window -> window.voice == heard.voice)
                .toList();
        if (heard.voice == leg.voice || votes.size() < AGREEING) {
            return List.of();
        }
        leg.voice = heard.voice;
        leg.expected = heard.voice;
        return List.of(new VoiceChange(votes.get(0).centre, heard.voice, false, score));
    }
}

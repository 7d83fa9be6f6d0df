package io.undertone.udfs.voices;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.VadFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A leg as the live leg hears it: detector, windows, model and tracker, one after the other. */
final class HeardLeg {
    final LegVoices voices = new LegVoices();
    final List<VoiceWindow> windows = new ArrayList<>();
    final List<VoiceChange> changes = new ArrayList<>();

    /** In an utterance; and the role that each sample had when its window was answered. */
    final boolean[] spoken;

    final Role[] live;

    private HeardLeg(AskedModels models, short[] samples, boolean mixed, Function<LegVoices, List<VoiceFacts>> roles) {
        List<SpeechFrames> frames = models.frames(samples);
        spoken = SpeechMask.of(frames, samples.length);
        live = new Role[samples.length];
        Arrays.fill(live, Role.UNKNOWN);
        VoiceWindows cutter = mixed ? VoiceWindows.ofMixedLeg() : VoiceWindows.ofSeparateLeg();
        var state = new SpokenState();
        List<byte[]> audio = new ArrayList<>();
        VoiceWindows.Sink sink = (window, muLaw) -> {
            windows.add(window);
            audio.add(muLaw);
        };
        frames.forEach(stretch -> cutter.hear(state, stretch, sink));
        cutter.finish(state, "leg", sink);
        track(new VoiceTracker(models.settings()), models.embeddings(audio), mixed, roles);
    }

    static HeardLeg mixed(AskedModels models, short[] samples, Function<LegVoices, List<VoiceFacts>> roles) {
        return new HeardLeg(models, samples, true, roles);
    }

    static HeardLeg separate(AskedModels models, short[] samples) {
        return new HeardLeg(models, samples, false, leg -> List.of());
    }

    private void track(
            VoiceTracker tracker,
            List<float[]> embeddings,
            boolean mixed,
            Function<LegVoices, List<VoiceFacts>> roles) {
        for (int i = 0; i < embeddings.size(); i++) {
            VoiceWindow window = windows.get(i);
            changes.addAll(
                    mixed
                            ? tracker.hearMixed(voices, window, embeddings.get(i))
                            : tracker.hearSeparate(voices, window, embeddings.get(i)));
            Role now = role(roles.apply(voices), voices.expected);
            for (long frame : window.fresh) {
                Arrays.fill(live, (int) frame, (int) frame + VadFrame.SAMPLES, now);
            }
        }
        changes.addAll(tracker.finish(voices));
    }

    /** The role that each sample of an utterance has in the ended call. */
    Role[] ended(List<VoiceFacts> facts) {
        Role[] ended = new Role[spoken.length];
        Arrays.fill(ended, Role.UNKNOWN);
        for (int i = 0; i < changes.size(); i++) {
            long to = i + 1 < changes.size() ? changes.get(i + 1).from() : ended.length;
            Arrays.fill(
                    ended,
                    (int) changes.get(i).from(),
                    (int) to,
                    role(facts, changes.get(i).voice()));
        }
        return ended;
    }

    private static Role role(List<VoiceFacts> facts, int voice) {
        return voice == 0 || facts.isEmpty() ? Role.UNKNOWN : facts.get(voice - 1).role;
    }
}

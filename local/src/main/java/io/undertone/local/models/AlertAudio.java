package io.undertone.local.models;

import io.undertone.gateway.AudioFiles;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.TelephoneChannel;
import io.undertone.udfs.evaluation.ActedClip;
import io.undertone.udfs.evaluation.EmotionLabels;
import io.undertone.udfs.evaluation.MoodCall;
import io.undertone.udfs.model.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recordings whose truth is known: actors by mood, people who read aloud, and real calls, each in a directory of its own. */
record AlertAudio(Path directory) {
    private static final String AGENT = "_agent";
    private static final float FULL_SCALE = 32_768;

    /** Clips by telephone. An actor is the first two characters of a file's name, as in EmoDB; the mood is the folder's. */
    List<ActedClip> acted(ModelCard card) throws IOException {
        var labels = new EmotionLabels(card, Map.of());
        List<ActedClip> clips = new ArrayList<>();
        for (Sample sample : new SampleFolder(directory.resolve("emodb")).byLabel()) {
            String label = labels.of(sample.truth()).orElseThrow();
            String name = nameOf(sample.file());
            clips.add(new ActedClip(name, name.substring(0, 2), card.moodOf(label), byTelephone(sample.file())));
        }
        return clips;
    }

    /** Utterances by reader. */
    List<Sample> read() throws IOException {
        return new SampleFolder(directory.resolve("librispeech")).bySpeaker();
    }

    /** Legs of calls in which a customer is heard. */
    List<Sample> real() throws IOException {
        return new SampleFolder(directory.resolve("calls"))
                .bySpeaker().stream()
                        .filter(sample -> !sample.truth().endsWith(AGENT))
                        .toList();
    }

    /** Somebody who reads, as if on the telephone. */
    static MoodCall read(Sample sample) throws IOException {
        return MoodCall.calm(sample.truth(), byTelephone(sample.file()));
    }

    /** A leg that came by telephone. */
    static MoodCall real(Sample sample) throws IOException {
        Recording recording = AudioFiles.read(sample.file()).atEightKilohertz();
        return MoodCall.calm(sample.truth(), sixteenBits(recording.mono()));
    }

    private static short[] byTelephone(Path file) throws IOException {
        Recording recording = AudioFiles.read(file);
        return sixteenBits(TelephoneChannel.hear(recording.mono(), recording.sampleRateHz()));
    }

    private static short[] sixteenBits(float[] samples) {
        short[] rounded = new short[samples.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (short) Math.min(Short.MAX_VALUE, Math.round(samples[i] * FULL_SCALE));
        }
        return rounded;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().split("\\.", 2)[0];
    }
}

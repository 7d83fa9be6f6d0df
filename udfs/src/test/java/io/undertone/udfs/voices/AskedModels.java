package io.undertone.udfs.voices;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.RemoteFiles;
import io.undertone.udfs.speech.LegScan;
import io.undertone.udfs.speech.SileroVad;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechLegState;
import io.undertone.udfs.speech.SpeechRounds;
import io.undertone.udfs.speech.SpeechSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The detector and the speaker model that come with Undertone. */
final class AskedModels implements AutoCloseable {
    private static final int CHUNK = 800;
    private static final int BATCH = 16;

    private final SileroVad vad;
    private final StatelessModel model;

    AskedModels() {
        Path root = root();
        var store = new ModelStore(root.resolve("models"), root.resolve("models/.cache"), RemoteFiles.NONE);
        vad = SileroVad.open(store, 64);
        model = StatelessModel.open(store.cards().find("undertone-speaker"), store, Execution.ON_CPU);
    }

    static Path root() {
        return Path.of(System.getProperty("undertone.root", ".."));
    }

    VoiceSettings settings() {
        return VoiceSettings.of(model.card().thresholds());
    }

    /** What the detector hears of a leg that begins with the call, up to a cut at its end. */
    List<SpeechFrames> frames(short[] samples) {
        var rounds = new SpeechRounds(vad, SpeechSettings.defaults(), 64);
        var leg = new SpeechLegState();
        List<LegScan> scans = new ArrayList<>();
        for (int at = 0; at < samples.length; at += CHUNK) {
            short[] chunk = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + CHUNK));
            scans.add(rounds.add(leg, new LegChunk("leg", at, chunk.length, GapKind.NONE, chunk)));
        }
        scans.add(rounds.finish(leg, "leg"));
        rounds.run();
        return scans.stream().map(LegScan::frames).toList();
    }

    /** Embeddings of windows of μ-law, of any lengths, in order. */
    List<float[]> embeddings(List<byte[]> windows) {
        List<float[]> embeddings = new ArrayList<>();
        int from = 0;
        while (from < windows.size()) {
            int to = from + 1;
            while (to < windows.size() && to - from < BATCH && windows.get(to).length == windows.get(from).length) {
                to++;
            }
            List<Window> batch =
                    windows.subList(from, to).stream().map(AskedModels::window).toList();
            model.ask(batch).forEach(answer -> embeddings.add(((Answer.Scored) answer).values()));
            from = to;
        }
        return embeddings;
    }

    /** As an enrolment does it: slices of 3 s of what is speech, every 1.5 s; their mean. */
    float[] enrolled(short[] samples) {
        return enrolledSpeech(speech(samples));
    }

    /** The same, of what is speech already. */
    float[] enrolledSpeech(byte[] speech) {
        List<byte[]> slices = new ArrayList<>();
        int slice = Math.min(24_000, speech.length);
        for (int at = 0; at + slice <= speech.length; at += 12_000) {
            slices.add(Arrays.copyOfRange(speech, at, at + slice));
        }
        List<float[]> embeddings = embeddings(slices);
        var mean = new Voice(embeddings.get(0));
        embeddings.subList(1, embeddings.size()).forEach(mean::learn);
        return Embeddings.direction(mean.sum);
    }

    /** The speech of a recording as μ-law, pauses left out. */
    byte[] speech(short[] samples) {
        var speech = new java.io.ByteArrayOutputStream();
        boolean[] mask = SpeechMask.of(frames(samples), samples.length);
        for (int i = 0; i < samples.length; i++) {
            if (mask[i]) {
                speech.write(G711.encodeMuLaw(samples[i]));
            }
        }
        return speech.toByteArray();
    }

    private static Window window(byte[] muLaw) {
        float[] samples = new float[muLaw.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = G711.decodeMuLaw(muLaw[i]) / 32_768f;
        }
        return Window.of(samples);
    }

    @Override
    public void close() {
        model.close();
        vad.close();
    }
}

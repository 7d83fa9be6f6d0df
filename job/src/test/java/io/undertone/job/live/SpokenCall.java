package io.undertone.job.live;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.model.ModelDirectories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A call in which real people speak, from any second of a recorded one on, as the first stage hands it on. */
final class SpokenCall {
    static final int CHUNK = 800;

    private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
    private static final String[] LEGS = {"agent", "caller"};
    private static final short[][] RECORDED = {read("agent"), read("caller")};

    private final CallId id;
    private final RecordOrigin origin;
    private final int fromSecond;

    SpokenCall(String callId, int fromSecond) {
        this(new CallId("acme", callId, 1_767_607_200_000_000L, 0), fromSecond);
    }

    SpokenCall(CallId id, int fromSecond) {
        this.id = id;
        this.origin = new RecordOrigin("call-media", 3, fromSecond, 0, 900);
        this.fromSecond = fromSecond;
    }

    /** Where the fetched weights lie. */
    static ModelDirectories models() {
        Path models = ROOT.resolve("models/.cache");
        if (!Files.isDirectory(models)) {
            throw new IllegalStateException(
                    "this test listens with the speech model, which is missing: models/fetch puts it into " + models);
        }
        return new ModelDirectories(ROOT.resolve("models").toString(), models.toString());
    }

    CallId id() {
        return id;
    }

    /** Both legs, 100 ms at a time. */
    List<CallItem> chunks(int from, int to) {
        List<CallItem> items = new ArrayList<>();
        for (int chunk = from; chunk < to; chunk++) {
            for (int leg = 0; leg < LEGS.length; leg++) {
                items.add(chunk(leg, chunk));
            }
        }
        return items;
    }

    CallItem chunk(int leg, int chunk) {
        long position = (long) chunk * CHUNK;
        int from = fromSecond * 8_000 + chunk * CHUNK;
        short[] samples = Arrays.copyOfRange(RECORDED[leg], from, from + CHUNK);
        return CallItem.chunk(id, origin, new LegChunk(LEGS[leg], position, CHUNK, GapKind.NONE, samples));
    }

    CallItem gap(int leg, int chunk, GapKind kind) {
        return CallItem.chunk(id, origin, new LegChunk(LEGS[leg], (long) chunk * CHUNK, CHUNK, kind, new short[0]));
    }

    CallItem ended() {
        var ended = new EndedCallFacts();
        ended.id = id;
        for (String leg : LEGS) {
            var summary = new LegSummary();
            summary.legId = leg;
            ended.legs.add(summary);
        }
        return CallItem.ended(id, origin, ended);
    }

    private static short[] read(String leg) {
        Path file = ROOT.resolve("../shared/audio/calls/auto_repairs_40_" + leg + ".wav")
                .normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "this test listens to a recording that is missing: " + file.toAbsolutePath());
        }
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
            byte[] bytes = audio.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}

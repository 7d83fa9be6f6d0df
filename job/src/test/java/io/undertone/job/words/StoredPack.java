package io.undertone.job.words;

import io.undertone.udfs.audio.MuLawWav;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.PackedUtterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Packs of two utterances of a second each, and their pieces as files. */
final class StoredPack {
    static final int SECOND = 8_000;
    /** The loudest sample of μ-law: 32,124. */
    private static final byte TONE = (byte) 0x80;

    private StoredPack() {}

    /** Its pieces lie in {@code directory}. */
    static Pack in(Path directory, int number) throws IOException {
        Pack pack = at(directory.toUri().toString(), number);
        byte[] tone = new byte[SECOND];
        Arrays.fill(tone, TONE);
        for (int i = 1; i <= 2; i++) {
            Files.write(file(directory, number, i), MuLawWav.of(tone, SECOND));
        }
        return pack;
    }

    static Path file(Path directory, int pack, int utterance) {
        return directory.resolve("%d-%d.wav".formatted(pack, utterance));
    }

    /** Its pieces lie under {@code store}, if anywhere. */
    static Pack at(String store, int number) {
        var pack = new Pack();
        pack.key = "acme|c-1|1000000-0";
        pack.legId = "customer";
        pack.number = number;
        pack.packs = 3;
        pack.origin = new RecordOrigin("ended-calls", 3, 17, 0, 900);
        for (int i = 1; i <= 2; i++) {
            var utterance = new PackedUtterance();
            utterance.number = i;
            utterance.begin = 10L * i * SECOND;
            utterance.end = utterance.begin + SECOND;
            utterance.offset = (i - 1) * (SECOND + SECOND / 2);
            pack.utterances.add(utterance);
            var piece = new PieceFacts();
            piece.uri = "%s/%d-%d.wav".formatted(store.replaceFirst("/$", ""), number, i);
            piece.begin = utterance.begin;
            piece.end = utterance.end;
            piece.stored = true;
            pack.pieces.add(piece);
        }
        return pack;
    }
}

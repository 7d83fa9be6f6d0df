package io.undertone.gateway;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The kinds of recording that can be read, told apart by content: names lie. */
enum AudioFileKind {
    WAV,
    FLAC,
    MP3;

    private static final int TAG_HEADER = 10;
    private static final int TAG_HAS_FOOTER = 0x10;

    /** What the file is; empty if it is no recording, or of a kind that can't be read. */
    static Optional<AudioFileKind> of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            skipTag(in);
            return of(in.readNBytes(Mp3Frame.LONGEST + Mp3Frame.HEADER));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<AudioFileKind> of(byte[] head) {
        if (tag(head, 0).equals("RIFF") && tag(head, 8).equals("WAVE")) {
            return Optional.of(WAV);
        }
        if (tag(head, 0).equals("fLaC")) {
            return Optional.of(FLAC);
        }
        return Mp3Frame.startsStream(head) ? Optional.of(MP3) : Optional.empty();
    }

    /** Skips the ID3v2 tag that may precede FLAC and MP3; its size has 7 bits a byte (id3v2.4.0-structure, 3.1). */
    private static void skipTag(InputStream in) throws IOException {
        in.mark(TAG_HEADER);
        byte[] header = in.readNBytes(TAG_HEADER);
        in.reset();
        if (header.length == TAG_HEADER && tag(header, 0).startsWith("ID3")) {
            int size = header[6] << 21 | header[7] << 14 | header[8] << 7 | header[9];
            int footer = (header[5] & TAG_HAS_FOOTER) == 0 ? 0 : TAG_HEADER;
            in.skipNBytes(TAG_HEADER + Math.max(0, size) + footer);
        }
    }

    private static String tag(byte[] bytes, int from) {
        return bytes.length < from + 4 ? "" : new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}

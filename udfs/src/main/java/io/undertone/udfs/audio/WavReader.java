package io.undertone.udfs.audio;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads RIFF/WAVE recordings, whole, with their chunks in any order.
 *
 * <p>Recorders crash and pipes have no length: a data chunk that is cut short, has an odd rest or is of unknown length
 * (0xFFFFFFFF) gives what is there, with a note. {@code javax.sound} refuses or misreads several of these.
 */
public final class WavReader {
    private static final long UNKNOWN_LENGTH = 0xFFFF_FFFFL;
    private static final int LARGEST_FMT = 1 << 16;
    private static final int LARGEST_DATA = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final String name;
    private final List<String> notes = new ArrayList<>();
    private @Nullable WavFormat format;
    private byte @Nullable [] data;

    private WavReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    public static Recording read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString());
        }
    }

    /** Reads a recording from {@code in}, which stays open; {@code name} is for messages. */
    public static Recording read(InputStream in, String name) throws IOException {
        return new WavReader(in, name).read();
    }

    private Recording read() throws IOException {
        byte[] riff = in.readNBytes(12);
        if (riff.length < 12 || !tag(riff, 0).equals("RIFF") || !tag(riff, 8).equals("WAVE")) {
            throw unsupported(riff.length == 0 ? "an empty file" : "no RIFF/WAVE header");
        }
        while ((format == null || data == null) && readChunk()) {}
        if (format == null) {
            throw unsupported("a WAV file without a fmt chunk");
        }
        if (!format.supported()) {
            throw unsupported(format.inWords());
        }
        if (data == null || data.length < format.bytesPerFrame()) {
            throw unsupported("a WAV file without samples");
        }
        return recording(format, data);
    }

    /** Reads or skips one chunk; false at the end of the file. */
    private boolean readChunk() throws IOException {
        byte[] header = in.readNBytes(8);
        if (header.length < 8) {
            return false;
        }
        long size = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFF_FFFFL;
        switch (tag(header, 0)) {
            case "fmt " -> format = readFormat(size);
            case "data" -> data = readData(size);
            default -> {
                if (!skip(size)) return false;
            }
        }
        return size % 2 == 0 || skip(1);
    }

    private WavFormat readFormat(long size) throws IOException {
        byte[] chunk = size < 16 || size > LARGEST_FMT ? new byte[0] : in.readNBytes((int) size);
        if (chunk.length < 16) {
            throw unsupported("a broken fmt chunk of %d bytes".formatted(size));
        }
        return WavFormat.parse(chunk);
    }

    private byte[] readData(long size) throws IOException {
        byte[] read = in.readNBytes((int) Math.min(size, LARGEST_DATA));
        if (read.length == LARGEST_DATA) {
            throw unsupported("more than 2 GiB of samples");
        }
        if (size == UNKNOWN_LENGTH) {
            notes.add("length unknown in the header, read to the end");
        } else if (read.length < size) {
            notes.add("cut short: %d of %d bytes of samples".formatted(read.length, size));
        }
        return read;
    }

    private boolean skip(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private Recording recording(WavFormat wav, byte[] bytes) {
        int frames = bytes.length / wav.bytesPerFrame();
        int rest = bytes.length % wav.bytesPerFrame();
        if (rest > 0) {
            notes.add("dropped %d bytes of an unfinished last frame".formatted(rest));
        }
        short[] samples = wav.decode(bytes, frames * wav.channels());
        short[][] channels = wav.channels() == 1 ? new short[][] {samples} : separate(samples);
        return new Recording((int) wav.sampleRateHz(), wav.bits(), wav.encoding(), channels, notes);
    }

    private static short[][] separate(short[] stereo) {
        short[][] channels = new short[2][stereo.length / 2];
        for (int i = 0; i < stereo.length; i++) {
            channels[i & 1][i >> 1] = stereo[i];
        }
        return channels;
    }

    private static String tag(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }

    private UnsupportedAudioException unsupported(String found) {
        return new UnsupportedAudioException(name, found, WavFormat.SUPPORTED);
    }
}

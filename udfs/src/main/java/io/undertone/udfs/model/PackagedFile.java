package io.undertone.udfs.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file of a fetched package that is no network: a word list, a lexicon. Accepted by hash only.
 *
 * @param packageFile as {@code models/requirements.lock} pins it
 * @param entry its path inside
 */
public record PackagedFile(String packageFile, String entry, String sha256) {
    /**
     * The verified content.
     *
     * @param cache holds fetched packages
     * @throws IllegalArgumentException naming file and expected hash if it is missing, unreadable or another file
     */
    public byte[] read(Path cache) {
        Path file = cache.resolve(packageFile);
        try {
            return verified(entryOf(file, entry));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s!%s can't be read (%s); expected SHA-256 %s; models/fetch puts it there"
                            .formatted(file, entry, e, sha256),
                    e);
        }
    }

    @Override
    public String toString() {
        return packageFile + "!" + entry;
    }

    static byte[] entryOf(Path packageFile, String name) throws IOException {
        if (!Files.isRegularFile(packageFile)) {
            throw new IOException("there is no such file");
        }
        try (ZipFile zip = new ZipFile(packageFile.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("it holds no " + name);
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return content.readAllBytes();
            }
        }
    }

    private byte[] verified(byte[] content) {
        String found = Sha256.of(content);
        if (!found.equals(sha256)) {
            throw new IllegalArgumentException("%s!%s is another file: expected SHA-256 %s, found %s"
                    .formatted(packageFile, entry, sha256, found));
        }
        return content;
    }
}

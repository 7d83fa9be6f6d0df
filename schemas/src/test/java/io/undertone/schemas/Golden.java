package io.undertone.schemas;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A record as it lies in some topic: {@code golden/<Record>/<n>.hex}, and what it says, {@code <n>.json}. They were
 * written by another implementation (Python's fastavro), so that a mistake of ours cannot hide in both.
 */
final class Golden {

    /** All whole numbers alike, as {@link Trees} has them. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final byte[] bytes;
    private final JsonNode content;

    private Golden(byte[] bytes, JsonNode content) {
        this.bytes = bytes;
        this.content = content;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    JsonNode content() {
        return content;
    }

    static Golden of(ReleasedSchema version) throws IOException {
        Path folder = Project.golden().resolve(version.type().getSimpleName());
        Path hex = folder.resolve(version.version() + ".hex");
        if (!Files.exists(hex)) {
            throw new AssertionError(
                    "%s has no golden sample: expected %s and its .json".formatted(version.described(), hex));
        }
        return new Golden(
                HexFormat.of().parseHex(Files.readString(hex).replaceAll("\\s", "")),
                JSON.readTree(Files.readString(folder.resolve(version.version() + ".json"))));
    }
}

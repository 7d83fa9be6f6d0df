package io.undertone.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The Compose Specification's own schema. */
final class ComposeSchema {
    private static final String FILE = "compose-spec.json";
    /** Its own name is relative to where it lies; nothing is fetched from there. */
    private static final SchemaLocation BASE = SchemaLocation.of("https://compose-spec.io/" + FILE);

    private final JsonSchema schema;

    private ComposeSchema(JsonSchema schema) {
        this.schema = schema;
    }

    static ComposeSchema ofSpecification() throws IOException {
        try (InputStream file = ComposeSchema.class.getResourceAsStream(FILE)) {
            JsonNode tree = new ObjectMapper().readTree(Objects.requireNonNull(file, FILE));
            return new ComposeSchema(
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(BASE, tree));
        }
    }

    /** What is wrong with it, in words that name the place. */
    List<String> violations(JsonNode file) {
        return schema.validate(file).stream().map(ValidationMessage::getMessage).toList();
    }
}

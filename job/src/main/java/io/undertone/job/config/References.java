package io.undertone.job.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables in the place of {@code ${NAME}}. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> environment;

    References(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The value with every reference replaced; a secret must be a reference and nothing else. */
    JsonNode resolve(String path, JsonNode value, String origin) {
        if (Secrets.isSecret(path) && !REFERENCE.matcher(value.asText()).matches()) {
            throw new InvalidConfigException(
                    "%s in %s: need ${NAME} of an environment variable, got a literal; a secret must not stand there"
                            .formatted(path, origin));
        }
        if (!value.isTextual()) {
            return value;
        }
        return TextNode.valueOf(REFERENCE
                .matcher(value.asText())
                .replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1), path, origin))));
    }

    private String variable(String name, String path, String origin) {
        String value = environment.get(name);
        if (value == null) {
            throw new InvalidConfigException(
                    "%s in %s: the environment variable %s is not set".formatted(path, origin, name));
        }
        return value;
    }
}

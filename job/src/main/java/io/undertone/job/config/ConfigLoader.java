package io.undertone.job.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the configuration, a later layer over the earlier: defaults, file, environment, settings. */
public final class ConfigLoader {
    static final String DEFAULTS = "defaults.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Key TENANTS = new Key("tenants", TenantConfig.class, false);

    private ConfigLoader() {}

    /**
     * The configuration of {@code defaults.yaml} < {@code file} < {@code UNDERTONE_SECTION__KEY} of the environment <
     * {@code section.key} of the settings. In file and settings secrets are references such as <code>${NAME}</code>.
     */
    public static UndertoneConfig load(
            @Nullable Path file, Map<String, String> environment, Map<String, String> settings) {
        return bind(layered(file, environment, settings));
    }

    /** Of that configuration only what concerns models: they are asked about where no service is known. */
    public static ModelsConfig loadModels(
            @Nullable Path file, Map<String, String> environment, Map<String, String> settings) {
        ObjectNode tree = layered(file, environment, settings);
        return Binder.bind(tree.retain("models"), ModelsAlone.class).models();
    }

    /** The defaults but for these values by path, for a program that knows its secrets: they are taken literally. */
    public static UndertoneConfig of(Map<String, Object> overrides) {
        ObjectNode tree = defaults();
        new TreeMap<>(overrides)
                .forEach((path, value) ->
                        merge(tree, read(Layer.ofPath("the overrides", path, YAML.valueToTree(value)), null)));
        return bind(tree);
    }

    private static ObjectNode layered(
            @Nullable Path file, Map<String, String> environment, Map<String, String> settings) {
        var references = new References(environment);
        ObjectNode tree = defaults();
        if (file != null) {
            merge(tree, read(new Layer(file.toString(), parse(file)), references));
        }
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (Layer.isOurs(variable)) {
                merge(tree, read(Layer.ofVariable(variable, value), null));
            }
        });
        new TreeMap<>(settings)
                .forEach((path, value) ->
                        merge(tree, read(Layer.ofPath("--set " + path, path, TextNode.valueOf(value)), references)));
        return tree;
    }

    private static ObjectNode read(Layer layer, @Nullable References references) {
        return new LayerReader(layer.origin(), references).read(layer.tree());
    }

    private static ObjectNode defaults() {
        try (InputStream resource = ConfigLoader.class.getResourceAsStream(DEFAULTS)) {
            JsonNode tree = YAML.readTree(Objects.requireNonNull(resource, DEFAULTS + " is not on the class path"));
            return read(new Layer(DEFAULTS, (ObjectNode) tree), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode parse(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            JsonNode tree = YAML.readTree(content);
            if (tree.isMissingNode() || tree.isNull()) {
                return JsonNodeFactory.instance.objectNode();
            }
            if (tree instanceof ObjectNode sections) {
                return sections;
            }
            throw new InvalidConfigException(file + ": need sections with keys, got no key at all");
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(notYaml(file, e), e);
        } catch (NoSuchFileException e) {
            throw new InvalidConfigException("%s: no such file".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the parser's message the first line only: those after it quote the file, which may hold a secret. */
    private static String notYaml(Path file, JsonProcessingException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
        return "%s, line %d: %s".formatted(file, e.getLocation().getLineNr(), first);
    }

    private static void merge(ObjectNode under, ObjectNode over) {
        over.properties().forEach(entry -> {
            JsonNode below = under.get(entry.getKey());
            if (below instanceof ObjectNode section && entry.getValue() instanceof ObjectNode more) {
                merge(section, more);
            } else if (!(below instanceof ObjectNode && entry.getValue().isNull())) {
                under.set(entry.getKey(), entry.getValue()); // a section left empty changes nothing
            }
        });
    }

    /** What a tenant leaves out of a section of its own is what everybody has. */
    private static UndertoneConfig bind(ObjectNode tree) {
        tree.path("tenants").forEach(tenant -> {
            TENANTS.children().forEach((section, key) -> {
                if (tenant.path(section) instanceof ObjectNode own && tree.path(section) instanceof ObjectNode shared) {
                    ObjectNode whole = shared.deepCopy().retain(key.children().keySet());
                    merge(whole, own);
                    ((ObjectNode) tenant).set(section, whole);
                }
            });
        });
        return Binder.bind(tree, UndertoneConfig.class);
    }

    /** The tree of a configuration whose other sections nobody needs. */
    record ModelsAlone(ModelsConfig models) {}
}

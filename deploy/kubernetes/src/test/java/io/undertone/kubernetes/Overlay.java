package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertone.job.Leg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one of the overlays applies. */
final class Overlay {
    private final String name;
    private final List<ObjectNode> resources;

    private Overlay(String name, List<ObjectNode> resources) {
        this.name = name;
        this.resources = List.copyOf(resources);
    }

    static Overlay named(String name) {
        try {
            return new Overlay(name, Kustomization.render(directory(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Overlay> all() {
        return Stream.of("cpu", "gpu", "dev").map(Overlay::named);
    }

    /** Those that are meant to bear load. */
    static Stream<Overlay> production() {
        return Stream.of("cpu", "gpu").map(Overlay::named);
    }

    static Path directory(String name) {
        return kubernetes().resolve("overlays").resolve(name);
    }

    static Path kubernetes() {
        return Path.of(System.getProperty("undertone.root", "..")).resolve("deploy/kubernetes");
    }

    List<ObjectNode> resources() {
        return resources;
    }

    List<ObjectNode> ofKind(String kind) {
        return resources.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .toList();
    }

    ObjectNode one(String kind, String called) {
        return ofKind(kind).stream()
                .filter(resource -> resource.at("/metadata/name").asText().equals(called))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no %s %s".formatted(name, kind, called)));
    }

    LegManifest leg(Leg leg) {
        return new LegManifest(one("FlinkDeployment", "undertone-" + leg.label()));
    }

    Stream<LegManifest> legs() {
        return Stream.of(Leg.values()).map(this::leg);
    }

    /** The transcriber's pod. */
    JsonNode transcriber() {
        return one("Deployment", "undertone-transcriber").at("/spec/template");
    }

    /** The pod that a schedule starts. */
    JsonNode maintenance() {
        return one("CronJob", "undertone-maintenance").at("/spec/jobTemplate/spec/template");
    }

    /** The pods of all that runs. */
    Stream<JsonNode> pods() {
        return Stream.concat(legs().flatMap(LegManifest::pods), Stream.of(transcriber(), maintenance()));
    }

    String undertoneYaml() {
        return one("ConfigMap", "undertone-config").at("/data/undertone.yaml").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}

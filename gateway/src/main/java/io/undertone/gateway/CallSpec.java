package io.undertone.gateway;

import io.undertone.schema.Direction;
import io.undertone.schema.Role;
import io.undertone.udfs.audio.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which recordings make a call: {@code customer=A.wav[,agent=B.wav][,id=NAME]}, {@code agent=B.wav},
 * {@code mixed=M.wav} or {@code stereo=S.wav} (left the customer, right the agent). {@code agent-speaker=} and
 * {@code customer-speaker=ID} say whose voices these are, {@code direction=} who called.
 *
 * @param files by key, in the order given
 * @param speakers by leg, in the order of agent and customer
 */
public record CallSpec(String callId, Direction direction, Map<String, Path> files, List<NamedSpeaker> speakers) {
    private static final String EXPECTED =
            "expected customer=, agent=, mixed=, stereo=, agent-speaker=, customer-speaker=, direction= or id=";
    private static final Set<String> FILES = Set.of("customer", "agent", "mixed", "stereo");
    private static final Set<String> WORDS = Set.of("agent-speaker", "customer-speaker", "direction", "id");
    /** A comma parts only before the next key, so that file names may hold commas. */
    private static final Pattern BEFORE_KEY = Pattern.compile(",(?=[A-Za-z_-]*=)");

    /** Reads the value of {@code --call}; the files must exist but are not read yet. */
    public static CallSpec parse(String value) {
        Map<String, String> parts = parts(value);
        var files = new LinkedHashMap<String, Path>();
        parts.forEach((key, file) -> {
            if (FILES.contains(key)) {
                files.put(key, existing(file));
            }
        });
        if (files.isEmpty()) {
            throw new IllegalArgumentException("'%s' names no recording; %s".formatted(value, EXPECTED));
        }
        if (files.size() > 1 && (files.containsKey("mixed") || files.containsKey("stereo"))) {
            throw new IllegalArgumentException(
                    "'%s': mixed= and stereo= hold the whole call and stand alone".formatted(value));
        }
        String id = parts.get("id");
        return new CallSpec(
                id == null ? name(files.values().iterator().next()) : id,
                direction(parts.get("direction")),
                files,
                Stream.of(Role.AGENT, Role.CUSTOMER)
                        .flatMap(role -> speaker(role, parts, files.keySet()))
                        .toList());
    }

    /** Reads the recordings. Throws IllegalArgumentException where they do not fit the keys, or the id is hostile. */
    public CallRecording read(String tenant) throws IOException {
        var legs = new ArrayList<LegRecording>();
        var notes = new ArrayList<String>();
        for (var entry : files.entrySet()) {
            Recording recording = AudioFiles.read(entry.getValue());
            requireChannels(entry.getKey(), entry.getValue(), recording.channels().length);
            recording = recording.atEightKilohertz();
            recording.notes().forEach(note -> notes.add("%s: %s".formatted(entry.getValue(), note)));
            legs.addAll(legs(entry.getKey(), recording));
        }
        return new CallRecording(tenant, callId, direction, legs, speakers, List.of(), notes);
    }

    private static Map<String, String> parts(String value) {
        var parts = new LinkedHashMap<String, String>();
        for (String part : BEFORE_KEY.split(value, -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            if (equals < 0 || !(FILES.contains(key) || WORDS.contains(key))) {
                throw new IllegalArgumentException("unknown key '%s' in '%s'; %s".formatted(key, value, EXPECTED));
            }
            if (equals + 1 == part.length()) {
                throw new IllegalArgumentException("%s= has no value in '%s'".formatted(key, value));
            }
            if (parts.put(key, part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("%s= stands twice in '%s'".formatted(key, value));
            }
        }
        return parts;
    }

    private static Direction direction(@Nullable String word) {
        return switch (word == null ? "inbound" : word) {
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default ->
                throw new IllegalArgumentException("need direction=inbound or outbound, got '%s'".formatted(word));
        };
    }

    /** On the leg of that role, or on the one that both share. */
    private static Stream<NamedSpeaker> speaker(Role role, Map<String, String> parts, Set<String> files) {
        String leg = role.name().toLowerCase(Locale.ROOT);
        String id = parts.get(leg + "-speaker");
        if (id == null) {
            return Stream.empty();
        }
        if (files.contains("mixed")) {
            return Stream.of(new NamedSpeaker("mixed", role, id));
        }
        if (!files.contains(leg) && !files.contains("stereo")) {
            throw new IllegalArgumentException("%s-speaker= needs %s=, mixed= or stereo=".formatted(leg, leg));
        }
        return Stream.of(new NamedSpeaker(leg, role, id));
    }

    private static Path existing(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("no recording at %s".formatted(path.toAbsolutePath()));
        }
        return path;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int ending = name.lastIndexOf('.');
        return ending > 0 ? name.substring(0, ending) : name;
    }

    private static void requireChannels(String key, Path file, int channels) {
        if (key.equals("stereo") && channels == 1) {
            throw new IllegalArgumentException(
                    "%s has 1 channel; use customer=, agent= or mixed=%s".formatted(file, file));
        }
        if (!key.equals("stereo") && channels == 2) {
            throw new IllegalArgumentException("%s has 2 channels; use stereo=%s".formatted(file, file));
        }
    }

    static List<LegRecording> legs(String key, Recording recording) {
        short[] first = recording.channels()[0];
        return switch (key) {
            case "customer" -> List.of(LegRecording.customer(first));
            case "agent" -> List.of(LegRecording.agent(first));
            case "mixed" -> List.of(LegRecording.mixed(first));
            default -> LegRecording.stereo(recording);
        };
    }
}

package io.undertone.local.endtoend;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.schema.Consent;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.conversation.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calls that these tests tell. */
final class Recordings {
    static final Consent CONSENT = new Consent(true, true, true);

    private static final Pattern TURN = Pattern.compile("(\\d+):(\\d+):(\\d+),(\\d+) --> (\\d+):(\\d+):(\\d+),(\\d+)");

    private Recordings() {}

    static Path projectRoot() {
        return Path.of(System.getProperty("undertone.root", "..")).toAbsolutePath();
    }

    /** The call that ships with the gateway, under another id. */
    static CallRecording sample(String callId) throws IOException {
        return SampleCall.read(TestSystem.TENANT).renamed(callId);
    }

    /** The beginning of that call, for what does not take all of it. */
    static CallRecording beginning(String callId, int seconds) throws IOException {
        return of(
                callId,
                sample(callId).legs().stream()
                        .map(leg -> new LegRecording(
                                leg.legId(),
                                leg.role(),
                                leg.roleSource(),
                                Arrays.copyOf(leg.samples(), seconds * 8_000)))
                        .toArray(LegRecording[]::new));
    }

    static CallRecording of(String callId, LegRecording... legs) {
        return new CallRecording(TestSystem.TENANT, callId, List.of(legs), List.of(), List.of());
    }

    /** A real call's leg, which stands beside the project. */
    static short[] real(String name) throws IOException {
        return WavReader.read(existing(name + ".wav")).channels()[0];
    }

    /** The turns of a call's reference transcript. */
    static List<Interval> turns(String name) throws IOException {
        var turns = new ArrayList<Interval>();
        for (String line : Files.readAllLines(existing(name + ".srt"))) {
            Matcher times = TURN.matcher(line);
            if (times.find()) {
                turns.add(new Interval(sample(times, 1), sample(times, 5)));
            }
        }
        return turns;
    }

    /** What somebody says in the reference transcript, by role. */
    record Spoken(Interval span, String role) {}

    /** The turns of a call's reference transcript, and whose they are. */
    static List<Spoken> spoken(String name) throws IOException {
        List<Interval> turns = turns(name);
        List<String> roles = Files.readAllLines(existing(name + ".srt")).stream()
                .filter(line -> line.startsWith("["))
                .map(line -> line.startsWith("[CSR]") ? "AGENT" : "CUSTOMER")
                .toList();
        if (roles.size() != turns.size()) {
            throw new IllegalStateException("%d turns, but %d speakers".formatted(turns.size(), roles.size()));
        }
        return IntStream.range(0, turns.size())
                .mapToObj(turn -> new Spoken(turns.get(turn), roles.get(turn)))
                .toList();
    }

    /** All that is said in the reference transcript. */
    static String text(String name) throws IOException {
        return Files.readAllLines(existing(name + ".srt")).stream()
                .filter(line -> !line.matches("\\d+|\\d\\d:.*-->.*"))
                .map(line -> line.replaceFirst("^\\[\\w+] ", ""))
                .collect(Collectors.joining(" "));
    }

    /** A voice to be enrolled with, which stands beside the project too. */
    static Recording voice(String name) throws IOException {
        return WavReader.read(existing("voiceprints", name + ".wav")).atEightKilohertz();
    }

    /** A call that begins now, plainly told, recorded with consent. */
    static CallScript plain(CallRecording recording) {
        return new CallScript(recording, Instant.now(), ScriptSettings.plain(CONSENT));
    }

    private static long sample(Matcher times, int group) {
        long seconds = 0;
        for (int i = 0; i < 3; i++) {
            seconds = seconds * 60 + Long.parseLong(times.group(group + i));
        }
        return (seconds * 1_000 + Long.parseLong(times.group(group + 3))) * 8;
    }

    private static Path existing(String name) {
        return existing("calls", name);
    }

    private static Path existing(String folder, String name) {
        Path file = projectRoot()
                .resolve("../shared/audio")
                .normalize()
                .resolve(folder)
                .resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "this test plays %s, which is missing: the real calls belong beside the project, in shared/audio"
                            .formatted(file));
        }
        return file;
    }
}

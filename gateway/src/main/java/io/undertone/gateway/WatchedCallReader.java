package io.undertone.gateway;

import io.undertone.udfs.audio.Recording;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a watched call, and leaves out those of which nothing can be made. */
final class WatchedCallReader {
    private final Inbox inbox;
    private final String tenant;
    private final ScriptSettings settings;
    private final Clock clock;

    WatchedCallReader(Inbox inbox, String tenant, ScriptSettings settings, Clock clock) {
        this.inbox = inbox;
        this.tenant = tenant;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty where a file is left out, is gone or has changed: the next look tells what is to be done with the others. */
    Optional<CallScript> read(WatchedCall call) throws IOException {
        var legs = new ArrayList<LegRecording>();
        var notes = new ArrayList<String>();
        boolean whole = true;
        for (var file : call.files().entrySet()) {
            whole &= read(file, legs, notes);
        }
        return whole && inbox.holds(call) ? told(call, legs, notes) : Optional.empty();
    }

    private boolean read(Map.Entry<String, HashedFile> file, List<LegRecording> legs, List<String> notes) {
        try {
            Recording recording = AudioFiles.read(inbox.path(file.getValue()));
            String key = key(file.getKey(), recording.channels().length);
            recording = recording.atEightKilohertz();
            recording.notes().forEach(note -> notes.add("%s: %s".formatted(inbox.path(file.getValue()), note)));
            legs.addAll(CallSpec.legs(key, recording));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | IllegalArgumentException e) {
            inbox.leaveOut(file.getValue().stamp(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static String key(String asNamed, int channels) {
        if (asNamed.equals(WatchedCall.WHOLE)) {
            return channels == 1 ? "mixed" : "stereo";
        }
        if (channels == 2) {
            throw new IllegalArgumentException("it has 2 channels, but a name of one leg");
        }
        return asNamed;
    }

    /** So that it ended when the last file was written: published again after a crash, it has the same times. */
    private Optional<CallScript> told(WatchedCall call, List<LegRecording> legs, List<String> notes) {
        try {
            var recording = new CallRecording(tenant, call.id(), legs, List.of(), notes);
            long micros = MediaTime.micros(recording.lengthSamples());
            return Optional.of(new CallScript(recording, end(call).minus(micros, ChronoUnit.MICROS), settings));
        } catch (IllegalArgumentException e) {
            call.all().forEach(file -> inbox.leaveOut(file.stamp(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Instant end(WatchedCall call) {
        long written = call.all().stream()
                .mapToLong(file -> file.stamp().modifiedMicros())
                .max()
                .orElseThrow();
        Instant end = Instant.EPOCH.plus(written, ChronoUnit.MICROS);
        Instant now = clock.instant();
        return end.isAfter(now) ? now : end;
    }
}

package io.undertone.gateway;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A watch over a folder whose clock is the test's, begun anew as often as {@link #until} is called. */
final class Watching {
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    /** When the recordings of tests were written: before any watch of them. */
    static final Instant WRITTEN = Instant.parse("2026-05-04T11:00:00Z");

    final CollectingSink sink = new CollectingSink();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Path folder;
    final Path journal;
    StagedPacer stage = new StagedPacer();
    Speed speed = Speed.MAX;
    /** What its clock showed when it had stopped. */
    double stoppedAt;

    private StopSwitch stop = new StopSwitch(stage);

    Watching(Path parent) throws IOException {
        this.folder = Files.createDirectories(parent.resolve("calls"));
        this.journal = parent.resolve("calls.published");
    }

    void stop() {
        stop.request();
    }

    /** Starts, watches until this second of its clock, and stops; the next one starts at second 0. */
    Watching until(double seconds) throws IOException, InterruptedException {
        return until(seconds, sink);
    }

    Watching until(double seconds, RecordSink broker) throws IOException, InterruptedException {
        stage.at(seconds, this::stop);
        stop = new StopSwitch(stage);
        var news = new WatchNews(new PrintWriter(out, true), new PrintWriter(err, true));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (PublishJournal noted = PublishJournal.open(journal, clock)) {
            var inbox = new Inbox(new WatchedFolder(folder), noted, WatchTimes.USUAL, news);
            var reader = new WatchedCallReader(inbox, "acme", Calls.frames(100), clock);
            var publisher = new CallPublisher(broker, speed, Faults.NONE, stop);
            new FolderWatch(inbox, reader, publisher, news).run(stop);
        } finally {
            stoppedAt = stage.seconds();
            stage = new StagedPacer();
        }
        return this;
    }

    /** Puts half a second of noise into the folder. */
    Path put(String name, int seed) throws IOException {
        return put(name, Calls.noise(0.5, seed));
    }

    Path put(String name, short[] samples) throws IOException {
        return written(WavFiles.mono(folder.resolve(name), 8_000, samples), WRITTEN);
    }

    static Path written(Path file, Instant at) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }

    List<CallEvent> events(CallEventType type) throws UnreadableRecordException {
        var codec = new AvroCodec();
        var events = new ArrayList<CallEvent>();
        for (var sent : sink.sent) {
            if (codec.decode(sent.value()) instanceof CallEvent event && event.getEventType() == type) {
                events.add(event);
            }
        }
        return events;
    }

    /** Ids of the calls that were begun, in order. */
    List<String> calls() throws UnreadableRecordException {
        return events(CallEventType.STARTED).stream().map(CallEvent::getCallId).toList();
    }

    /** Their names without the digits of their content. */
    List<String> names() throws UnreadableRecordException {
        return calls().stream().map(id -> id.replaceFirst("-[0-9a-f]{12}$", "")).toList();
    }

    /** Legs that were heard, of all calls. */
    List<String> legs() throws UnreadableRecordException {
        var codec = new AvroCodec();
        var legs = new ArrayList<String>();
        for (var sent : sink.sent) {
            if (codec.decode(sent.value()) instanceof AudioFrame frame && !legs.contains(frame.getLegId())) {
                legs.add(frame.getLegId());
            }
        }
        return legs;
    }
}

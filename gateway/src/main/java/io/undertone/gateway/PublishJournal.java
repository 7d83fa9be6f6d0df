package io.undertone.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files of a watched folder have been published: a line of JSON for each call, on the disk before the next call
 * begins. Whoever has it open has it alone.
 */
final class PublishJournal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private final Set<FileStamp> stamps = new HashSet<>();
    /** Name and hash: a file that was only touched is no new one. */
    private final Set<String> contents = new HashSet<>();

    private PublishJournal(Path file, FileChannel channel, Clock clock) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
    }

    /** Opens or begins the journal. Of a line that a crash has cut off, its call will be published again. */
    static PublishJournal open(Path file, Clock clock) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var journal = new PublishJournal(file, channel, clock);
        try {
            journal.lock();
            journal.load();
            return journal;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the file was published as it stands. */
    boolean knows(FileStamp stamp) {
        return stamps.contains(stamp);
    }

    /** Whether a file of this name and content was published. */
    boolean knows(HashedFile file) {
        return contents.contains(content(file));
    }

    /** Notes a call. On return it is on the disk. */
    void add(WatchedCall call) throws IOException {
        var entry = new Entry(clock.instant().toString(), call.id(), List.copyOf(call.all()));
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + '\n').getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
        remember(entry);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // The same answer, from within this process.
        }
        throw new IOException("somebody else is publishing with the journal %s".formatted(file));
    }

    private void load() throws IOException {
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        int number = 0;
        for (String line : text.substring(0, end).lines().toList()) {
            number++;
            try {
                remember(JSON.readValue(line, Entry.class));
            } catch (JsonProcessingException e) {
                throw new IOException("line %d of the journal %s is none of its lines".formatted(number, file), e);
            }
        }
        long bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(bytes).position(bytes);
    }

    private void remember(Entry entry) {
        for (HashedFile published : entry.files()) {
            stamps.add(published.stamp());
            contents.add(content(published));
        }
    }

    private static String content(HashedFile file) {
        return file.sha256() + ' ' + file.name();
    }

    /**
     * A line.
     *
     * @param at when the broker had the call, ISO-8601
     */
    record Entry(String at, String call, List<HashedFile> files) {}
}

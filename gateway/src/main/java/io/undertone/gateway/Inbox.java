package io.undertone.gateway;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls in a watched folder that wait to be published. */
final class Inbox {
    private final WatchedFolder folder;
    private final PublishJournal journal;
    private final WatchTimes times;
    private final WatchNews news;
    /** When a file was first seen as it stands. */
    private final Map<FileStamp, Long> restingSince = new HashMap<>();

    private final Map<FileStamp, String> hashes = new HashMap<>();
    /** Of which nothing can be made, or which were only touched. One that changes has another stamp. */
    private final Set<FileStamp> dealtWith = new HashSet<>();

    Inbox(WatchedFolder folder, PublishJournal journal, WatchTimes times, WatchNews news) {
        this.folder = folder;
        this.journal = journal;
        this.times = times;
        this.news = news;
    }

    /** Looks at the folder, at a moment of this process's clock: what is complete now, and was not published yet. */
    List<WatchedCall> ready(long nanos) throws IOException {
        List<FileStamp> found = folder.files();
        forgetAllBut(found);
        Set<String> fresh = new HashSet<>();
        var complete = new ArrayList<HashedFile>();
        for (FileStamp stamp : found) {
            if (journal.knows(stamp) || dealtWith.contains(stamp)) {
                continue;
            }
            restingSince.putIfAbsent(stamp, nanos);
            fresh.add(stamp.name());
            if (rests(stamp, times.rest(), nanos)) {
                hashed(stamp).ifPresent(complete::add);
            }
        }
        return Pairing.calls(complete, fresh, file -> rests(file.stamp(), times.partner(), nanos));
    }

    /** When to look again. */
    long nextLook(long nanos) {
        return nanos + times.look().toNanos();
    }

    Path path(HashedFile file) {
        return folder.file(file.stamp());
    }

    /** Whether its files are still as they were when the call became ready. */
    boolean holds(WatchedCall call) throws IOException {
        for (HashedFile file : call.all()) {
            if (!folder.holds(file.stamp())) {
                return false;
            }
        }
        return true;
    }

    /** The broker has the call. */
    void done(WatchedCall call) throws IOException {
        journal.add(call);
    }

    /** Nothing can be made of the file. */
    void leaveOut(FileStamp stamp, String why) {
        dealtWith.add(stamp);
        news.leftOut(folder.file(stamp), why);
    }

    private boolean rests(FileStamp stamp, Duration span, long nanos) {
        return nanos - restingSince.getOrDefault(stamp, nanos) >= span.toNanos();
    }

    /** Empty where it need not, or can't, be published. */
    private Optional<HashedFile> hashed(FileStamp stamp) {
        try {
            String known = hashes.get(stamp);
            var file = new HashedFile(stamp, known == null ? Sha256.of(folder.file(stamp)) : known);
            if (journal.knows(file)) {
                dealtWith.add(stamp);
                return Optional.empty();
            }
            hashes.put(stamp, file.sha256());
            return Optional.of(file);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away since it was listed
        } catch (IOException e) {
            leaveOut(stamp, "it can't be read: " + e);
            return Optional.empty();
        }
    }

    private void forgetAllBut(List<FileStamp> found) {
        Set<FileStamp> there = new HashSet<>(found);
        restingSince.keySet().retainAll(there);
        hashes.keySet().retainAll(there);
        dealtWith.retainAll(there);
    }
}

package io.undertone.job.audio;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.PieceNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * What is stored of calls: pieces of audio, and the file that a later analysis would read. For commands; a job erases by {@link
 * EraseAudio}, behind its writes.
 *
 * @param directory of all audio, a URI that Flink's file systems know
 */
public record CallAudio(String directory) {
    /** How many files there are of the call's parts that began on that day. */
    public long count(CallId id) throws IOException {
        Path call = ofCall(id);
        return count(call.getFileSystem(), call);
    }

    /** Deletes them. */
    public void erase(CallId id) throws IOException {
        Path call = ofCall(id);
        FileSystem files = call.getFileSystem();
        if (!files.delete(call, true) && files.exists(call)) {
            throw new IOException("could not delete " + call);
        }
    }

    private Path ofCall(CallId id) {
        return Objects.requireNonNull(new Path(PieceNames.ofPart(directory, id)).getParent());
    }

    private static long count(FileSystem files, Path directory) throws IOException {
        long found = 0;
        for (FileStatus file : list(files, directory)) {
            found += file.isDir() ? count(files, file.getPath()) : 1;
        }
        return found;
    }

    /** A directory that is not there holds nothing, however its file system says so. */
    private static FileStatus[] list(FileSystem files, Path directory) throws IOException {
        try {
            return Objects.requireNonNullElse(files.listStatus(directory), new FileStatus[0]);
        } catch (FileNotFoundException | NoSuchFileException e) {
            return new FileStatus[0];
        }
    }
}

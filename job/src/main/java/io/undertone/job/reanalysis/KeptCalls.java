package io.undertone.job.reanalysis;

import io.undertone.job.kafka.KeptCallContract;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.PieceNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of kept calls, each in the directory of its audio: what deletes the one deletes the other.
 *
 * @param directory of all audio, a URI that Flink's file systems know
 */
public record KeptCalls(String directory) {
    /** No leg is kept under it: a tilde in its id is spelled in hex. */
    private static final String NAME = "/~call.avro";

    /** Writes the call's file, over one that is there: it says the same. */
    public void write(KeptCall call) throws IOException {
        byte[] content = KeptCallContract.write(call);
        Path file = file(call.ended.id);
        try (OutputStream out = file.getFileSystem().create(file, FileSystem.WriteMode.OVERWRITE)) {
            out.write(content);
        }
    }

    /**
     * The call as it was gathered; null if it was not kept, or not for so long.
     *
     * @throws IllegalArgumentException for a file that is damaged, or of another call
     */
    public @Nullable KeptCall read(CallId id) throws IOException {
        Path file = file(id);
        byte[] content;
        try (InputStream in = file.getFileSystem().open(file)) {
            content = in.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return null;
        }
        KeptCall call = KeptCallContract.read(content);
        if (!call.ended.id.key().equals(id.key()) || !call.ended.id.partKey().equals(id.partKey())) {
            throw new IllegalArgumentException("the file of one call holds another");
        }
        return call;
    }

    /** Whether the call was kept, and still is. */
    public boolean holds(CallId id) throws IOException {
        Path file = file(id);
        return file.getFileSystem().exists(file);
    }

    /** Deletes the file, so that the call is not analysed again from it; returns whether there was one. */
    public boolean delete(CallId id) throws IOException {
        Path file = file(id);
        return file.getFileSystem().exists(file) && file.getFileSystem().delete(file, false);
    }

    private Path file(CallId id) {
        return new Path(PieceNames.ofPart(directory, id) + NAME);
    }
}

package io.undertone.job.audio;

import io.undertone.udfs.audio.MuLawWav;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.PieceNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Pieces of audio where they were stored. Everything here may be done again, and does nothing then. */
final class StoredAudio {
    private StoredAudio() {}

    /** Carries out an erasure, or fails with part of it done. */
    static void erase(Erasure erasure) throws IOException {
        if (erasure.directory != null) {
            Path directory = new Path(erasure.directory);
            if (erasure.until == Erasure.EVERYTHING) {
                delete(directory);
            } else {
                deleteUntil(directory, erasure.until);
            }
        }
        for (PieceFacts piece : erasure.pieces) {
            if (piece.begin >= erasure.from) {
                delete(new Path(piece.uri));
            } else {
                silence(piece, erasure.from);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        FileSystem files = path.getFileSystem();
        if (!files.delete(path, true) && files.exists(path)) {
            throw new IOException("could not delete " + path);
        }
    }

    private static void deleteUntil(Path directory, long position) throws IOException {
        for (FileStatus file : list(directory)) {
            if (PieceNames.beginOf(file.getPath().getName()) < position) {
                delete(file.getPath());
            }
        }
    }

    /** A directory that is not there holds nothing, however its file system says so. */
    private static FileStatus[] list(Path directory) throws IOException {
        try {
            return Objects.requireNonNullElse(directory.getFileSystem().listStatus(directory), new FileStatus[0]);
        } catch (FileNotFoundException | NoSuchFileException e) {
            return new FileStatus[0];
        }
    }

    /** A file that is not what it was written as, after an attempt that was broken off, is deleted. */
    private static void silence(PieceFacts piece, long from) throws IOException {
        Path path = new Path(piece.uri);
        byte[] wav;
        try (InputStream in = path.getFileSystem().open(path)) {
            wav = in.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return; // it was lost
        }
        if (MuLawWav.silence(wav, (int) (piece.end - piece.begin), (int) (from - piece.begin))) {
            try (OutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
                out.write(wav);
            }
        } else {
            delete(path);
        }
    }
}

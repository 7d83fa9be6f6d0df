package io.undertone.job.words;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Turns speech into words. Never waits; may be asked by several threads at once. */
public interface Transcriber extends AutoCloseable {
    /**
     * Asks for the words of a recording. Whatever goes wrong outside this program is a failure by name, within the transcriber's own
     * time-out; the stage fails only by a bug.
     *
     * @param wav 16 bits, mono
     * @param language tag of what is spoken; null lets the transcriber find out
     * @param idempotencyKey the same for the same question, so that a server may answer a repeat from memory
     */
    CompletionStage<Transcription> transcribe(byte[] wav, @Nullable String language, String idempotencyKey);

    /** Whether it has failed for longer and will not be tried now: whatever is asked would be UNREACHABLE. */
    default boolean isAway() {
        return false;
    }

    /** Gives up what is under way. */
    @Override
    void close();
}

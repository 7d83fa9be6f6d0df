package io.undertone.job.words;

import io.undertone.udfs.words.Transcript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as it is told to, and keeps what it was asked. */
final class ScriptedTranscriber implements Transcriber {
    /** One question. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its content
    record Asked(byte[] wav, @Nullable String language, String key) {}

    private final Function<Asked, CompletionStage<Transcription>> script;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    private ScriptedTranscriber(Function<Asked, CompletionStage<Transcription>> script) {
        this.script = script;
    }

    static ScriptedTranscriber hearing(String text) {
        var transcript = new Transcript();
        transcript.text = text;
        return answering(Transcription.heard(transcript, 1));
    }

    static ScriptedTranscriber answering(Transcription answer) {
        return new ScriptedTranscriber(question -> CompletableFuture.completedStage(answer));
    }

    static ScriptedTranscriber failing(RuntimeException bug) {
        return new ScriptedTranscriber(question -> CompletableFuture.failedStage(bug));
    }

    static ScriptedTranscriber silent() {
        return new ScriptedTranscriber(question -> new CompletableFuture<>());
    }

    @Override
    public CompletionStage<Transcription> transcribe(byte[] wav, @Nullable String language, String idempotencyKey) {
        var question = new Asked(wav, language, idempotencyKey);
        asked.add(question);
        return script.apply(question);
    }

    @Override
    public void close() {
        closed = true;
    }

    List<Asked> asked() {
        return asked;
    }

    boolean isClosed() {
        return closed;
    }
}

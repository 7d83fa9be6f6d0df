package io.undertone.job.words;

import io.undertone.job.runtime.Opened;
import io.undertone.udfs.audio.PcmWav;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.PackSamples;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has packs transcribed, away from the thread that works on calls. Every pack is replied to: without words it says why.
 *
 * <p>Inputs are checkpointed, so a restart asks again about what was under way, with the same idempotency key.
 */
public final class AskTranscriber extends RichAsyncFunction<Pack, TranscribedPack> {
    private static final Logger LOG = LoggerFactory.getLogger(AskTranscriber.class);

    private final WordsSettings settings;
    private final TranscriberSource source;

    private transient @Nullable Transcriber transcriber;
    private transient @Nullable PackReader reader;
    private transient @Nullable WordsMetrics metrics;
    private transient volatile boolean closed;

    AskTranscriber(WordsSettings settings, TranscriberSource source) {
        this.settings = settings;
        this.source = source;
    }

    /**
     * The stage: answers come in any order. The transcriber answers within its time-out; Flink's own, twice as long, is for a
     * file system that does not answer at all.
     */
    public static SingleOutputStreamOperator<TranscribedPack> ask(DataStream<Pack> packs, WordsSettings settings) {
        return AsyncDataStream.unorderedWait(
                        packs,
                        new AskTranscriber(settings, () -> new OpenAiTranscriber(settings, Clock.systemUTC())),
                        2L * settings.timeoutMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.capacity())
                .returns(TypeInformation.of(TranscribedPack.class));
    }

    @Override
    public void open(OpenContext context) {
        metrics = new WordsMetrics(getRuntimeContext().getMetricGroup());
        reader = new PackReader(settings);
        transcriber = source.open();
    }

    @Override
    public void asyncInvoke(Pack pack, ResultFuture<TranscribedPack> result) {
        long begun = System.nanoTime();
        Opened.of(metrics).begin(pack);
        var unused = Opened.of(reader)
                .read(pack)
                .thenCompose(samples ->
                        words(pack, samples).thenApply(answer -> reply(pack, samples.incomplete(), answer, begun)))
                .whenComplete((reply, bug) -> complete(result, pack, reply, bug));
    }

    /** For a file system that hangs: everything else answers in time by itself. */
    @Override
    public void timeout(Pack pack, ResultFuture<TranscribedPack> result) {
        Transcription none = Transcription.failed(WordsFailure.TIMEOUT, 0);
        long begun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(2L * settings.timeoutMillis());
        result.complete(List.of(reply(pack, new PackSamples(pack).incomplete(), none, begun)));
        Opened.of(reader).giveUp(pack); // only now: what is given up ends, and must not answer first
    }

    @Override
    public void close() {
        closed = true;
        PackReader openReader = reader;
        Transcriber openTranscriber = transcriber;
        reader = null;
        transcriber = null;
        try {
            if (openReader != null) {
                openReader.close();
            }
        } finally {
            if (openTranscriber != null) {
                openTranscriber.close();
            }
        }
    }

    private CompletionStage<Transcription> words(Pack pack, PackSamples samples) {
        if (samples.isEmpty()) {
            return CompletableFuture.completedStage(Transcription.failed(WordsFailure.NO_AUDIO, 0));
        }
        byte[] wav = PcmWav.of(samples.samples(), Recording.TELEPHONE_HZ);
        return Opened.of(transcriber).transcribe(wav, pack.language, idempotencyKey(pack, wav));
    }

    private TranscribedPack reply(Pack pack, Collection<Integer> incomplete, Transcription answer, long begunNanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
        Opened.of(metrics).end(pack, answer, millis);
        return new TranscribedPack(pack, settings.model(), incomplete, answer, millis);
    }

    /** A bug fails the job. It is said on which pack, and never with what was said in it. */
    private void complete(
            ResultFuture<TranscribedPack> result, Pack pack, @Nullable TranscribedPack reply, @Nullable Throwable bug) {
        if (closed) {
            return; // stopped with a savepoint, which holds what is under way: it is asked about again
        }
        try {
            if (reply != null) {
                result.complete(List.of(reply));
            } else {
                result.completeExceptionally(new IllegalStateException("transcribing failed on " + pack.name(), bug));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("an answer came after the end of its task", e);
        }
    }

    /**
     * Of everything that is asked: a key that comes again with another question is refused. After a secure pause that came late,
     * or with other settings, the same utterances are another question.
     */
    private String idempotencyKey(Pack pack, byte[] wav) {
        String question = "%s\n%s\n%s\n%s".formatted(pack.name(), settings.model(), pack.language, settings.language());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(wav), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.undertone.job.words;

import io.undertone.job.runtime.CallAsync;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.job.services.Asking;
import io.undertone.job.services.Turns;
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
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Has packs transcribed, away from the thread that works on calls. Every pack is replied to: without words it says why.
 *
 * <p>Inputs are checkpointed, so a restart asks again about what was waiting or under way, with the same idempotency key.
 */
public final class AskTranscriber extends RichAsyncFunction<Pack, TranscribedPack>
        implements Asking<Pack, TranscribedPack> {
    private final WordsSettings settings;
    private final TranscriberSource source;

    private transient @Nullable Transcriber transcriber;
    private transient @Nullable PackReader reader;
    private transient @Nullable WordsMetrics metrics;
    private transient @Nullable Turns<Pack, TranscribedPack> turns;

    AskTranscriber(WordsSettings settings, TranscriberSource source) {
        this.settings = settings;
        this.source = source;
    }

    /**
     * The stage: answers come in any order. Flink has no time-out for it, which would count from when a pack begins to wait;
     * {@link Turns} has one.
     */
    public static SingleOutputStreamOperator<TranscribedPack> ask(
            DataStream<Pack> packs, WordsSettings settings, Quarantine.Source quarantine) {
        var asking = new AskTranscriber(settings, () -> new OpenAiTranscriber(settings, Clock.systemUTC()));
        return AsyncDataStream.unorderedWait(
                        packs,
                        new CallAsync<>(
                                Step.TRANSCRIBE,
                                asking,
                                quarantine,
                                TranscribedPack::notAsked,
                                pack -> List.of(TranscribedPack.notAsked(pack))),
                        0,
                        TimeUnit.MILLISECONDS,
                        settings.capacity() + settings.queue())
                .returns(TypeInformation.of(TranscribedPack.class));
    }

    @Override
    public void open(OpenContext context) {
        var meters = Meters.of(getRuntimeContext().getMetricGroup());
        metrics = new WordsMetrics(meters);
        reader = new PackReader(settings);
        transcriber = source.open();
        turns = new Turns<>("transcribe", this, settings.capacity(), settings.turnMillis());
        turns.measure(meters, "transcription_packs_waiting");
    }

    @Override
    public void asyncInvoke(Pack pack, ResultFuture<TranscribedPack> result) {
        Opened.of(turns).take(pack, result);
    }

    /** While the transcriber is away for longer, what waits for it is answered at once, and no audio is read for it. */
    @Override
    public CompletionStage<TranscribedPack> ask(Pack pack) {
        long begun = System.nanoTime();
        Opened.of(metrics).begin(pack);
        if (Opened.of(transcriber).isAway()) {
            Transcription none = Transcription.failed(WordsFailure.UNREACHABLE, 0);
            return CompletableFuture.completedStage(reply(pack, new PackSamples(pack).incomplete(), none, begun));
        }
        return Opened.of(reader)
                .read(pack)
                .thenCompose(samples ->
                        words(pack, samples).thenApply(answer -> reply(pack, samples.incomplete(), answer, begun)));
    }

    /** For a file system that hangs: everything else answers in time by itself. */
    @Override
    public TranscribedPack giveUp(Pack pack) {
        Transcription none = Transcription.failed(WordsFailure.TIMEOUT, 0);
        long begun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(settings.turnMillis());
        TranscribedPack reply = reply(pack, new PackSamples(pack).incomplete(), none, begun);
        Opened.of(reader).giveUp(pack); // only now: what is given up ends, and must not be counted first
        return reply;
    }

    @Override
    public Exception failure(Pack pack, Throwable bug) {
        return StepFailure.in(Step.TRANSCRIBE, pack.key, pack.origin, new IllegalStateException(pack.name(), bug));
    }

    @Override
    public void close() {
        IOUtils.closeAllQuietly(turns, reader, transcriber);
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

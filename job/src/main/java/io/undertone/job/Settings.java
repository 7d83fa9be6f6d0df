package io.undertone.job;

import io.undertone.job.config.LifecycleConfig;
import io.undertone.job.config.SpeechConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.config.UtteranceConfig;
import io.undertone.job.live.AudioStorage;
import io.undertone.job.live.LiveSettings;
import io.undertone.job.live.SpeechBatching;
import io.undertone.job.postcall.PostCallSettings;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.call.LifecycleSettings;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceBuilder;
import io.undertone.udfs.speech.UtteranceSettings;
import java.util.Objects;

/** The configuration in the terms of the graphs. */
public final class Settings {
    private Settings() {}

    /**
     * Of the live graph.
     *
     * @throws IllegalArgumentException for values that do not go together, before a job is submitted
     */
    public static LiveSettings live(UndertoneConfig config) {
        var checked = new UtteranceBuilder(
                speech(config.live().speech()), utterances(config.live().utterances()));
        Objects.requireNonNull(checked);
        var batch = config.live().vadBatch();
        return new LiveSettings(
                lifecycle(config.live().lifecycle()),
                config.live().sequencing().reorderMs(),
                patience(config),
                new SpeechBatching(
                        batch.maxRows(), batch.maxWaitMs(), config.models().directories()),
                speech(config.live().speech()),
                utterances(config.live().utterances()),
                audio(config),
                TenantConsent.of(config));
    }

    /** Of the post-call graph. */
    public static PostCallSettings postCall(UndertoneConfig config) {
        var post = config.postCall();
        return new PostCallSettings(
                new GatherRules(post.patienceMs(), post.memoryMs()),
                patience(config),
                new SilenceSettings(post.silence().stdFactor(), post.silence().iqrFactor()));
    }

    private static LifecycleSettings lifecycle(LifecycleConfig from) {
        return new LifecycleSettings(
                from.noMediaMs(),
                from.endedGraceMs(),
                from.streamsEndedMs(),
                from.holdMs(),
                from.callMs(),
                from.reopenMs(),
                from.securePausePaddingMs());
    }

    private static Patience patience(UndertoneConfig config) {
        var lifecycle = config.live().lifecycle();
        return new Patience(lifecycle.stallMs(), lifecycle.backlogMs());
    }

    private static SpeechSettings speech(SpeechConfig from) {
        return new SpeechSettings(
                (float) from.onset(), (float) from.offset(), from.minSpeechMs(), from.minSilenceMs(), from.padMs());
    }

    private static UtteranceSettings utterances(UtteranceConfig from) {
        return new UtteranceSettings(from.closeAfterMs(), from.maxMs(), from.pieceMs());
    }

    private static AudioStorage audio(UndertoneConfig config) {
        var audio = config.audio();
        return new AudioStorage(
                audio.directory(),
                audio.capacity(),
                audio.threads(),
                audio.attempts(),
                audio.backoffMs(),
                audio.timeoutMs());
    }
}

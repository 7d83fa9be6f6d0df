package io.undertone.job;

import io.undertone.job.config.LifecycleConfig;
import io.undertone.job.config.RetentionConfig;
import io.undertone.job.config.SpeechConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.config.UtteranceConfig;
import io.undertone.job.inference.ModelStage;
import io.undertone.job.kafka.QuarantineTopic;
import io.undertone.job.live.AudioStorage;
import io.undertone.job.live.JudgingSettings;
import io.undertone.job.live.LiveSettings;
import io.undertone.job.live.SpeechBatching;
import io.undertone.job.live.TenantRules;
import io.undertone.job.live.TrackingSettings;
import io.undertone.job.postcall.AudioKeeping;
import io.undertone.job.postcall.PostCallSettings;
import io.undertone.job.reanalysis.KeepingSettings;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.job.voices.VoicesSettings;
import io.undertone.udfs.call.AudioRetention;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.call.LifecycleSettings;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.enrolment.EnrolmentRules;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.inference.Batching;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceBuilder;
import io.undertone.udfs.speech.UtteranceSettings;
import java.util.HashMap;
import java.util.Objects;

/** The configuration in the terms of the graphs. */
public final class Settings {
    /** On a GPU: windows of calls come every few seconds each, so few of one length meet. */
    private static final Batching SPEAKER_BATCHES = new Batching(32, 20);

    /** On a GPU: windows of a call come every second of its customer's speech, all of one length. */
    private static final Batching EMOTION_BATCHES = new Batching(64, 10);

    /** A piece has 24 KB; a call of 4 h that waits to be kept has 6 MB in a checkpoint. */
    private static final int KEPT_AT_ONCE = 8;

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
                TenantConsent.toRecording(config),
                tracking(config),
                judging(config),
                quarantine(config));
    }

    private static TrackingSettings tracking(UndertoneConfig config) {
        var speakers = config.live().speakers();
        return new TrackingSettings(
                speakerModel(config, speakers.capacity(), speakers.timeoutMs()),
                TenantConsent.toBiometrics(config),
                speakers.voiceprintWaitMs());
    }

    private static JudgingSettings judging(UndertoneConfig config) {
        var models = config.models();
        var emotion = config.live().emotion();
        var stage = new ModelStage(
                models.directories(),
                models.emotion(),
                models.execution(),
                EMOTION_BATCHES,
                emotion.capacity(),
                emotion.timeoutMs());
        HashMap<String, TenantRules> tenants = new HashMap<>();
        for (String tenant : config.tenants().keySet()) {
            tenants.put(tenant, TenantMoods.rules(config.privacyOf(tenant), config.alertsOf(tenant)));
        }
        TenantMoods.report(config);
        return new JudgingSettings(
                stage, new TenantMoods(config), TenantMoods.rules(config.privacy(), config.alerts()), tenants);
    }

    /** Of the voices graph. A voice is heard as calls are: by the same gate, and the same model. */
    public static VoicesSettings voices(UndertoneConfig config) {
        var voices = config.voices();
        return new VoicesSettings(
                speech(config.live().speech()),
                new EnrolmentRules(voices.minSpeechMs(), voices.maxClippedShare()),
                TenantConsent.toBiometrics(config),
                speakerModel(config, voices.capacity(), voices.timeoutMs()),
                new VoiceMemory(config.live().lifecycle().callMs(), voices.memoryMs()));
    }

    /** The stages that ask it share a batcher, so they batch alike. */
    static ModelStage speakerModel(UndertoneConfig config, int capacity, int timeoutMillis) {
        var models = config.models();
        return new ModelStage(
                models.directories(), models.speaker(), models.execution(), SPEAKER_BATCHES, capacity, timeoutMillis);
    }

    /** Of the post-call graph. */
    public static PostCallSettings postCall(UndertoneConfig config) {
        var post = config.postCall();
        return new PostCallSettings(
                new GatherRules(post.patienceMs(), post.memoryMs()),
                patience(config),
                new SilenceSettings(post.silence().stdFactor(), post.silence().iqrFactor()),
                ReportingSettings.words(config),
                ReportingSettings.report(config),
                ReportingSettings.analysis(config),
                keeping(config),
                audioKeeping(config),
                quarantine(config));
    }

    private static Quarantine.Source quarantine(UndertoneConfig config) {
        return new QuarantineTopic(config.kafka(), config.quarantine());
    }

    /** Calls are kept beside their audio, and written as patiently. */
    private static KeepingSettings keeping(UndertoneConfig config) {
        var audio = config.audio();
        return new KeepingSettings(
                audio.directory(),
                Math.min(KEPT_AT_ONCE, audio.capacity()),
                audio.threads(),
                audio.attempts(),
                audio.backoffMs(),
                audio.timeoutMs());
    }

    private static AudioKeeping audioKeeping(UndertoneConfig config) {
        HashMap<String, AudioRetention> tenants = new HashMap<>();
        for (String tenant : config.tenants().keySet()) {
            tenants.put(tenant, retention(config.retentionOf(tenant)));
        }
        return new AudioKeeping(
                config.audio().directory(), retention(config.audio().retention()), tenants);
    }

    private static AudioRetention retention(RetentionConfig from) {
        return new AudioRetention(from.completeMs(), from.incompleteMs());
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

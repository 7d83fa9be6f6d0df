package io.undertone.job.live;

import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.udfs.call.LifecycleSettings;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceSettings;

/** What the live graph is built with. */
public record LiveSettings(
        LifecycleSettings lifecycle,
        int reorderMillis,
        Patience patience,
        SpeechBatching batching,
        SpeechSettings speech,
        UtteranceSettings utterances,
        AudioStorage audio,
        ConsentRule recording,
        TrackingSettings tracking,
        JudgingSettings judging,
        Quarantine.Source quarantine) {}

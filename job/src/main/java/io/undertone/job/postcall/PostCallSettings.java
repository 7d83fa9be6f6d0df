package io.undertone.job.postcall;

import io.undertone.job.meaning.AnalysisSettings;
import io.undertone.job.reanalysis.KeepingSettings;
import io.undertone.job.report.ReportSettings;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.QuietOperator.Patience;
import io.undertone.job.words.WordsSettings;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.conversation.SilenceSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the post-call graph is built with.
 *
 * @param words null where nobody transcribes
 */
public record PostCallSettings(
        GatherRules gathering,
        Patience patience,
        SilenceSettings silence,
        @Nullable WordsSettings words,
        ReportSettings report,
        AnalysisSettings analysis,
        KeepingSettings keeping,
        AudioKeeping audio,
        Quarantine.Source quarantine) {}

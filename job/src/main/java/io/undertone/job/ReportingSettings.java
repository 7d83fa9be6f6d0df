package io.undertone.job;

import io.undertone.job.config.AnalysisConfig;
import io.undertone.job.config.BreakerConfig;
import io.undertone.job.config.LanguageModelConfig;
import io.undertone.job.config.PrivacyConfig;
import io.undertone.job.config.TranscriptionConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.meaning.AnalysisSettings;
import io.undertone.job.meaning.AnalysisStage;
import io.undertone.job.meaning.AnalystFactory;
import io.undertone.job.meaning.TopicDatabase;
import io.undertone.job.meaning.lexical.Lexical;
import io.undertone.job.meaning.llm.LanguageModel;
import io.undertone.job.meaning.llm.LanguageModelSettings;
import io.undertone.job.meaning.llm.ModelEndpoint;
import io.undertone.job.report.ReportSettings;
import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import io.undertone.job.words.WordsSettings;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.redaction.RedactionSettings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the configuration says of words and meaning, in the terms of the post-call graph. */
final class ReportingSettings {
    private ReportingSettings() {}

    /** Null where nobody transcribes. */
    static @Nullable WordsSettings words(UndertoneConfig config) {
        TranscriptionConfig from = config.transcription();
        return from.url() == null
                ? null
                : new WordsSettings(
                        from.url(),
                        from.model(),
                        from.apiKey(),
                        from.headers(),
                        from.query(),
                        from.language(),
                        from.capacity(),
                        from.queue(),
                        new Patience(
                                from.timeoutMs(),
                                from.requestMs(),
                                from.attempts(),
                                from.backoffMs(),
                                Math.max(from.backoffMs(), from.timeoutMs())),
                        breaker(from.breaker()));
    }

    static ReportSettings report(UndertoneConfig config) {
        HashMap<String, RedactionSettings> tenants = new HashMap<>();
        config.tenants().keySet().forEach(tenant -> tenants.put(tenant, redaction(config.privacyOf(tenant))));
        return new ReportSettings(
                config.transcription().url() != null,
                redaction(config.privacy()),
                tenants,
                config.analysis().partChars());
    }

    static AnalysisSettings analysis(UndertoneConfig config) {
        AnalysisConfig from = config.analysis();
        var stage = new AnalysisStage(from.threads(), from.queue(), from.timeoutMs());
        var postgres = config.postgres();
        var topics = new TopicDatabase(postgres.url(), postgres.user(), postgres.password());
        return new AnalysisSettings(stage, analyst(config), topics);
    }

    /** Without a language model, or for what it is not asked, the lexicons answer. */
    private static AnalystFactory analyst(UndertoneConfig config) {
        var lexical = new Lexical(config.models().cache());
        LanguageModelSettings model = languageModel(config.analysis());
        if (model == null) {
            return lexical;
        }
        Set<MeaningTask> rest = EnumSet.complementOf(EnumSet.copyOf(model.tasks()));
        var asked = new LanguageModel(model);
        return rest.isEmpty() ? asked : new TwoAnalysts(asked, lexical, rest);
    }

    private static @Nullable LanguageModelSettings languageModel(AnalysisConfig analysis) {
        LanguageModelConfig from = analysis.languageModel();
        String url = from.url();
        String model = from.model();
        if (url == null || model == null) {
            return null;
        }
        return new LanguageModelSettings(
                new ModelEndpoint(from.id(), url, model, from.apiKey(), from.headers(), from.query()),
                tasks(from.tasks()),
                new Patience(
                        analysis.timeoutMs(),
                        from.requestMs(),
                        from.attempts(),
                        from.backoffMs(),
                        from.longestBackoffMs()),
                breaker(from.breaker()),
                from.largestAnswerBytes(),
                LanguageModelSettings.PROMPT);
    }

    private static Set<MeaningTask> tasks(String names) {
        Set<MeaningTask> tasks = EnumSet.noneOf(MeaningTask.class);
        for (String name : names.split(",", -1)) {
            tasks.add(Arrays.stream(MeaningTask.values())
                    .filter(task -> task.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("analysis.language_model.tasks names '%s'; expected some of %s"
                                    .formatted(
                                            name.strip(),
                                            Arrays.toString(MeaningTask.values())
                                                    .toLowerCase(Locale.ROOT)))));
        }
        return tasks;
    }

    private static BreakerSettings breaker(BreakerConfig from) {
        return new BreakerSettings(from.requests(), from.openMs());
    }

    private static RedactionSettings redaction(PrivacyConfig privacy) {
        return new RedactionSettings(privacy.redaction().countries());
    }
}

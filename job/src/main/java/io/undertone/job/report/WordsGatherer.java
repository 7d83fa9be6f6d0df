package io.undertone.job.report;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.words.TranscribedPack;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.redaction.Redactor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a report what was said, redacted: unredacted words are in the state before this step and nowhere behind it. Its dialogue
 * goes to whoever analyses it.
 */
public final class WordsGatherer extends AnswerGatherer<TranscribedPack> {
    public static final OutputTag<AnalysisPart> PARTS =
            new OutputTag<>("parts", TypeInformation.of(AnalysisPart.class));

    private final ReportSettings settings;

    private transient @Nullable Redactor everybodys;
    private transient @Nullable Map<String, Redactor> tenants;

    public WordsGatherer(ReportSettings settings) {
        super(Step.GATHER_WORDS, TypeInformation.of(TranscribedPack.class));
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        everybodys = new Redactor(settings.redaction());
        Map<String, Redactor> own = new HashMap<>();
        settings.tenants().forEach((tenant, redaction) -> own.put(tenant, new Redactor(redaction)));
        tenants = own;
    }

    @Override
    protected void complete(CallReport report, List<TranscribedPack> packs, Context ctx, Collector<CallReport> out) {
        if (settings.transcribes()) {
            Redactor redactor = Opened.of(tenants).getOrDefault(report.call.getTenantId(), Opened.of(everybodys));
            new WordColumns(report).describe(packs, redactor);
        }
        List<AnalysisPart> parts = Dialogues.parts(report, settings.longestPartChars());
        for (AnalysisPart part : parts) {
            part.origin = report.origin;
            ctx.output(PARTS, part);
        }
        report.asked = parts.size();
        out.collect(report);
    }
}

package io.undertone.job.postcall;

import static io.undertone.job.runtime.Keyed.byCall;
import static io.undertone.job.runtime.Step.ADMIT_ALERTS;
import static io.undertone.job.runtime.Step.ADMIT_ENDED_CALLS;
import static io.undertone.job.runtime.Step.ADMIT_KEPT_CALLS;
import static io.undertone.job.runtime.Step.ADMIT_UTTERANCES;
import static io.undertone.job.runtime.Step.ADMIT_VERDICTS;
import static io.undertone.job.runtime.Step.ADMIT_WINDOWS;
import static io.undertone.job.runtime.Step.ANALYSE;
import static io.undertone.job.runtime.Step.DELETE_AUDIO;
import static io.undertone.job.runtime.Step.DESCRIBE_ALERTS;
import static io.undertone.job.runtime.Step.DESCRIBE_CALLS;
import static io.undertone.job.runtime.Step.DESCRIBE_VERDICTS;
import static io.undertone.job.runtime.Step.GATHER_CALLS;
import static io.undertone.job.runtime.Step.GATHER_MEANING;
import static io.undertone.job.runtime.Step.GATHER_WORDS;
import static io.undertone.job.runtime.Step.KEEP_AUDIO;
import static io.undertone.job.runtime.Step.KEEP_CALLS;
import static io.undertone.job.runtime.Step.LOAD_KEPT_CALLS;
import static io.undertone.job.runtime.Step.SPLIT_REPORTS;
import static io.undertone.job.runtime.Step.TRANSCRIBE;

import io.undertone.job.audio.EraseAudio;
import io.undertone.job.meaning.AnalysisSettings;
import io.undertone.job.meaning.AnsweredPart;
import io.undertone.job.meaning.AskAnalyst;
import io.undertone.job.reanalysis.CallKeeper;
import io.undertone.job.reanalysis.KeptCallLoader;
import io.undertone.job.report.CallReport;
import io.undertone.job.report.MeaningGatherer;
import io.undertone.job.report.ReportRows;
import io.undertone.job.report.WordsGatherer;
import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.words.AskTranscriber;
import io.undertone.job.words.TranscribedPack;
import io.undertone.job.words.WordsSettings;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.FeedbackRow;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.words.Pack;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The post-call leg: what becomes of a call when it is over, and of its alerts while it goes on. */
public final class PostCallGraph {
    private static final TypeInformation<GatheredCall> GATHERED = TypeInformation.of(GatheredCall.class);
    private static final TypeInformation<CallReport> REPORT = TypeInformation.of(CallReport.class);

    private static final TypeInformation<DueAudio> DUE_AUDIO = TypeInformation.of(DueAudio.class);

    private PostCallGraph() {}

    /** Builds the graph between {@code in} and {@code out}. */
    public static void build(PostCallInlets in, PostCallOutlets out, PostCallSettings settings) {
        Quarantine.Source aside = settings.quarantine();
        var utterances = ADMIT_UTTERANCES.on(in.utterances().process(new Admission<>(ADMIT_UTTERANCES, aside)));
        var ended = ADMIT_ENDED_CALLS.on(in.endedCalls().process(new Admission<>(ADMIT_ENDED_CALLS, aside)));
        var windows = ADMIT_WINDOWS.on(in.windows().process(new Admission<>(ADMIT_WINDOWS, aside)));
        var again = ADMIT_KEPT_CALLS.on(LOAD_KEPT_CALLS
                .on(KeptCallLoader.load(in.reanalyses(), settings.keeping(), aside))
                .process(new Admission<>(ADMIT_KEPT_CALLS, aside)));

        var gatherer = new CallGatherer(settings.gathering(), settings.patience()).heeding(aside);
        var gathered = GATHER_CALLS.on(
                byCall(utterances.union(ended, windows, again)).transform("gather", GATHERED, gatherer));
        var reports = DESCRIBE_CALLS
                .on(gathered.process(
                        new CallDescriber(settings.silence(), settings.report().transcribes())))
                .returns(REPORT);
        out.silences().take(reports.getSideOutput(CallDescriber.SILENCES));
        out.windows().take(reports.getSideOutput(CallDescriber.WINDOWS));
        var notKept =
                KEEP_CALLS.on(CallKeeper.keep(reports.getSideOutput(CallDescriber.KEPT), settings.keeping(), aside));
        report(reports, out, settings);

        out.deadLetters()
                .take(tellOfAlerts(in, out, settings)
                        .union(
                                utterances.getSideOutput(Admission.REJECTED),
                                ended.getSideOutput(Admission.REJECTED),
                                windows.getSideOutput(Admission.REJECTED),
                                again.getSideOutput(Admission.REJECTED),
                                notKept,
                                gathered.getSideOutput(CallGatherer.REJECTED)));
    }

    /** What was said in a call and what was meant goes into its rows. */
    private static void report(
            SingleOutputStreamOperator<CallReport> reports, PostCallOutlets out, PostCallSettings settings) {
        var words = TRANSCRIBE.on(transcribe(reports.getSideOutput(CallDescriber.PACKS), settings));
        var said = GATHER_WORDS.on(byCall(reports)
                .connect(byCall(words))
                .process(new WordsGatherer(settings.report()).heeding(settings.quarantine()))
                .returns(REPORT));
        var meanings = ANALYSE.on(analyse(said.getSideOutput(WordsGatherer.PARTS), settings));
        var meant = GATHER_MEANING.on(byCall(said)
                .connect(byCall(meanings))
                .process(new MeaningGatherer().heeding(settings.quarantine()))
                .returns(REPORT));
        var calls = SPLIT_REPORTS.on(meant.process(new ReportRows()).returns(new AvroTypeInfo<>(Call.class)));
        out.calls().take(calls);
        out.utterances().take(calls.getSideOutput(ReportRows.UTTERANCES));
        out.analyses().take(calls.getSideOutput(ReportRows.ANALYSES));
        var due = KEEP_AUDIO.on(byCall(calls.getSideOutput(ReportRows.AUDIO))
                .transform("keep", DUE_AUDIO, new AudioKeeper(settings.audio(), settings.patience())));
        DELETE_AUDIO.on(EraseAudio.erase(due, DELETE_AUDIO, DUE_AUDIO));
    }

    /** Events of alerts and what people said to them are rows while their calls go on. Returns what is no such record. */
    private static DataStream<Rejected> tellOfAlerts(
            PostCallInlets in, PostCallOutlets out, PostCallSettings settings) {
        Quarantine.Source aside = settings.quarantine();
        var alerts = ADMIT_ALERTS.on(in.alerts().process(new Admission<>(ADMIT_ALERTS, aside)));
        var verdicts = ADMIT_VERDICTS.on(in.verdicts().process(new Admission<>(ADMIT_VERDICTS, aside)));
        long memory = settings.gathering().memoryMillis();
        var alertRows =
                new RepeatDropper<AlertRecord, AlertEvent>(DESCRIBE_ALERTS, settings.patience(), memory, AlertRows::of);
        var verdictRows = new RepeatDropper<VerdictRecord, FeedbackRow>(
                DESCRIBE_VERDICTS, settings.patience(), memory, AlertRows::of);
        out.alerts()
                .take(DESCRIBE_ALERTS.on(byCall(alerts)
                        .transform("describe", new AvroTypeInfo<>(AlertEvent.class), alertRows.heeding(aside))));
        out.verdicts()
                .take(DESCRIBE_VERDICTS.on(byCall(verdicts)
                        .transform("describe", new AvroTypeInfo<>(FeedbackRow.class), verdictRows.heeding(aside))));
        return alerts.getSideOutput(Admission.REJECTED).union(verdicts.getSideOutput(Admission.REJECTED));
    }

    /** Packs of few calls at once, so they are dealt out. Without a transcriber there are none. */
    private static SingleOutputStreamOperator<TranscribedPack> transcribe(
            DataStream<Pack> packs, PostCallSettings settings) {
        WordsSettings words = settings.words();
        return words == null
                ? packs.flatMap(new NoTranscriber())
                : AskTranscriber.ask(packs.rebalance(), words, settings.quarantine());
    }

    private static SingleOutputStreamOperator<AnsweredPart> analyse(
            DataStream<AnalysisPart> parts, PostCallSettings settings) {
        AnalysisSettings analysis = settings.analysis();
        var asking = new AskAnalyst(analysis.stage(), analysis.analysts(), analysis.topics());
        return AskAnalyst.ask(parts.rebalance(), analysis.stage(), asking, settings.quarantine());
    }
}

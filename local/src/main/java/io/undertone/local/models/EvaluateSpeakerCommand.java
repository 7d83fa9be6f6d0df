package io.undertone.local.models;

import io.undertone.local.command.WrongUse;
import io.undertone.udfs.evaluation.Comparison;
import io.undertone.udfs.evaluation.LongSpeech;
import io.undertone.udfs.evaluation.SpeakerQuality;
import io.undertone.udfs.evaluation.Voice;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone models evaluate speaker}: how well a model tells voices apart. */
@Command(
        name = "speaker",
        mixinStandardHelpOptions = true,
        description = {
            "Equal error rates over all pairs of recordings: whole, and three seconds from the middle of each.",
            "Where no speaker has two recordings: of halves and of pieces of three seconds of each."
        })
final class EvaluateSpeakerCommand implements Callable<Integer> {
    private static final String SHIPPED = "undertone-speaker";

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Recordings (WAV, FLAC, MP3) as DIR/SPEAKER/*, or as DIR/SPEAKER-*.")
    private Path data = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ModelInUse model = options.model(spec, Task.SPEAKER, SHIPPED);
        Path json = options.json(spec);
        List<Sample> samples = WrongUse.guard(spec, this::samples);
        var comparison = Comparison.of(samples.stream().map(Sample::truth).toList());
        var skips = new Skips();
        List<Cut> cuts =
                options.hear(spec, model, samples, (network, sample) -> cut(network, sample, comparison, skips), skips);
        SpeakerQuality quality = SpeakerQuality.of(
                comparison,
                cuts.stream().flatMap(cut -> cut.whole().stream()).toList(),
                cuts.stream().flatMap(cut -> cut.brief().stream()).toList());
        report(new SpeakerSheet(model, options.line(), comparison, samples, skips.count(), quality), json);
        return 0;
    }

    private void report(SpeakerSheet sheet, @Nullable Path json) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        sheet.lines().forEach(out::println);
        out.flush();
        if (json != null) {
            Figures.write(json, sheet.figures());
        }
    }

    private List<Sample> samples() throws IOException {
        List<Sample> samples = new SampleFolder(data).bySpeaker();
        long speakers = samples.stream().map(Sample::truth).distinct().count();
        if (speakers < 2) {
            throw new IllegalArgumentException("need recordings of two speakers or more, %s has those of %s alone"
                    .formatted(data, samples.get(0).truth()));
        }
        return samples;
    }

    private Cut cut(StatelessModel model, Sample sample, Comparison comparison, Skips skips) throws IOException {
        float[] samples = options.line().hear(sample.file());
        return new Cut(
                voices(model, sample, comparison.longCuts(samples), skips),
                voices(model, sample, comparison.shortCuts(samples), skips));
    }

    private static List<Voice> voices(StatelessModel model, Sample sample, List<Window> speech, Skips skips) {
        List<Answer> answers = speech.stream()
                .map(window -> LongSpeech.embed(window, model.card().input(), model::ask))
                .toList();
        return skips.scored(sample.file(), answers).stream()
                .map(embedding -> new Voice(sample.truth(), embedding))
                .toList();
    }

    /** What was embedded of one recording. */
    private record Cut(List<Voice> whole, List<Voice> brief) {}
}

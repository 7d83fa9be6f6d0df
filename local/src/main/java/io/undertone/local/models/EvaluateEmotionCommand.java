package io.undertone.local.models;

import io.undertone.local.command.WrongUse;
import io.undertone.udfs.evaluation.Cuts;
import io.undertone.udfs.evaluation.EmotionExam;
import io.undertone.udfs.evaluation.EmotionLabels;
import io.undertone.udfs.evaluation.EmotionQuality;
import io.undertone.udfs.evaluation.JudgedClip;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone models evaluate emotion}: how well a model tells moods. */
@Command(
        name = "emotion",
        mixinStandardHelpOptions = true,
        description = {
            "One decision for each recording, from its first three seconds; a shorter one as it is.",
            "False alarms: windows of three seconds, one second apart, over the neutral recordings."
        })
final class EvaluateEmotionCommand implements Callable<Integer> {
    static final String SHIPPED = "undertone-emotion";

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Recordings (WAV, FLAC, MP3) as DIR/LABEL/*.")
    private Path data = Path.of("");

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "FOLDER=LABEL",
            description = "What folders stand for that are named otherwise, repeatable; FOLDER=none leaves one out.")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ModelInUse model = options.model(spec, Task.EMOTION, SHIPPED);
        Path json = options.json(spec);
        EmotionLabels labels = WrongUse.guard(spec, () -> new EmotionLabels(model.card(), renamed));
        List<Sample> samples = WrongUse.guard(spec, () -> samples(labels));
        var skips = new Skips();
        List<JudgedClip> clips = judged(model, samples, labels, skips);
        EmotionQuality quality = new EmotionExam(labels).mark(clips);
        report(new EmotionSheet(model, options.line(), samples.size(), skips.count(), quality), json);
        return 0;
    }

    private void report(EmotionSheet sheet, @Nullable Path json) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        sheet.lines().forEach(out::println);
        out.flush();
        if (json != null) {
            Figures.write(json, sheet.figures());
        }
    }

    private List<Sample> samples(EmotionLabels labels) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : new SampleFolder(data).byLabel()) {
            labelOf(sample.truth(), labels).ifPresent(label -> samples.add(new Sample(label, sample.file())));
        }
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("--map leaves out all recordings of " + data);
        }
        return samples;
    }

    private static Optional<String> labelOf(String folder, EmotionLabels labels) {
        try {
            return labels.of(folder);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "folder %s: %s; --map %s=LABEL says what it stands for".formatted(folder, e.getMessage(), folder),
                    e);
        }
    }

    private List<JudgedClip> judged(ModelInUse model, List<Sample> samples, EmotionLabels labels, Skips skips)
            throws IOException, InterruptedException {
        Crew.Ear<List<JudgedClip>> ear = (network, sample) -> judged(network, sample, labels, skips);
        List<JudgedClip> clips = options.hear(spec, model, samples, ear, skips).stream()
                .flatMap(List::stream)
                .toList();
        if (clips.isEmpty()) {
            throw new IllegalStateException("model %s answered for none of the recordings in %s"
                    .formatted(model.card().id(), data));
        }
        return clips;
    }

    /** One clip, or none if the model has no answer. */
    private List<JudgedClip> judged(StatelessModel model, Sample sample, EmotionLabels labels, Skips skips)
            throws IOException {
        float[] samples = options.line().hear(sample.file());
        List<Window> asked = labels.isNeutral(sample.truth()) ? Cuts.hops(samples) : List.of(Cuts.first(samples));
        List<float[]> windows =
                skips.scored(sample.file(), asked.stream().map(model::ask).toList());
        return windows.isEmpty() ? List.of() : List.of(new JudgedClip(sample.truth(), windows));
    }
}

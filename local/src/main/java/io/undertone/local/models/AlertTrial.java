package io.undertone.local.models;

import io.undertone.job.config.ModelsConfig;
import io.undertone.local.console.ProgressLine;
import io.undertone.udfs.evaluation.HeardCall;
import io.undertone.udfs.evaluation.LiveEar;
import io.undertone.udfs.evaluation.MoodCall;
import io.undertone.udfs.evaluation.MoodCalls;
import io.undertone.udfs.model.Mood;
import io.undertone.udfs.model.Task;
import io.undertone.udfs.moods.MoodSettings;
import io.undertone.udfs.speech.SileroVad;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has every call judged by a model that never heard who speaks in it. */
final class AlertTrial {
    private static final String POLICY = "evaluation";

    private final ModelsConfig models;
    /** By card: each model is opened once. */
    private final Map<String, List<Hearing>> hearings = new TreeMap<>();

    private final Map<AlertMaterial, List<HeardCall>> heard = new EnumMap<>(AlertMaterial.class);
    private final Map<Long, List<HeardCall>> reordered = new TreeMap<>();

    AlertTrial(ModelsConfig models) {
        this.models = models;
        for (AlertMaterial material : AlertMaterial.values()) {
            heard.put(material, new ArrayList<>());
        }
    }

    /**
     * Sets down who judges whom. Real calls, which no model has heard, are judged by the one that ships.
     *
     * @param orders how many calls are made of each actor's clips: of this seed, and of those that follow
     */
    void plan(AlertAudio audio, Folds folds, ModelInUse shipped, long seed, int orders) throws IOException {
        var clips = audio.acted(shipped.card());
        for (MoodCall call : new MoodCalls(seed).of(clips)) {
            add(folds.ofActor(call.name()), AlertMaterial.ACTED, () -> call);
        }
        for (MoodCall call : new MoodCalls(seed).of(Mood.POSITIVE, clips)) {
            add(folds.ofActor(call.name()), AlertMaterial.HAPPY, () -> call);
        }
        for (long other = seed + 1; other < seed + orders; other++) {
            List<HeardCall> into = reordered.computeIfAbsent(other, any -> new ArrayList<>());
            for (MoodCall call : new MoodCalls(other).of(clips)) {
                add(folds.ofActor(call.name()), new Hearing(into, () -> call));
            }
        }
        for (Sample sample : audio.read()) {
            add(folds.ofReader(sample.truth()), AlertMaterial.READ, () -> AlertAudio.read(sample));
        }
        for (Sample sample : audio.real()) {
            add(shipped.card().id(), AlertMaterial.REAL, () -> AlertAudio.real(sample));
        }
    }

    AlertResults run(ProgressLine progress) throws IOException {
        int all = hearings.values().stream().mapToInt(List::size).sum();
        int done = 0;
        for (Map.Entry<String, List<Hearing>> byCard : hearings.entrySet()) {
            ModelInUse use = ModelInUse.of(models, byCard.getKey(), Task.EMOTION);
            try (var model = use.open();
                    var vad = SileroVad.open(use.store(), 1)) {
                var ear = new LiveEar(vad, model::ask, MoodSettings.of(use.card(), POLICY));
                for (Hearing hearing : byCard.getValue()) {
                    hearing.into().add(ear.hear(hearing.call().load()));
                    progress.show("%d of %d calls".formatted(++done, all));
                }
            }
        }
        return new AlertResults(heard, reordered);
    }

    private void add(String card, AlertMaterial material, Source call) {
        add(card, new Hearing(heard.getOrDefault(material, List.of()), call));
    }

    private void add(String card, Hearing hearing) {
        hearings.computeIfAbsent(card, any -> new ArrayList<>()).add(hearing);
    }

    /** A call to be heard, which is read when its turn comes, and where what was heard goes. */
    private record Hearing(List<HeardCall> into, Source call) {}

    /** Where a call comes from. */
    @FunctionalInterface
    private interface Source {
        MoodCall load() throws IOException;
    }
}

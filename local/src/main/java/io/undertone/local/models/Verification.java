package io.undertone.local.models;

import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.Task;
import io.undertone.udfs.speech.SileroVad;
import java.io.PrintWriter;
import java.util.List;

/** Opens models as the jobs do: by hash, inputs and outputs, and stored answer. */
record Verification(ModelStore store, Execution execution) {
    private static final String VAD = "silero-vad";

    /** A line for each model; whether all are in order. */
    boolean of(List<String> idsOrFiles, PrintWriter out) {
        boolean good = true;
        for (String idOrFile : idsOrFiles) {
            try {
                out.println("%s is in order: %s"
                        .formatted(idOrFile, verified(store.cards().find(idOrFile))));
            } catch (IllegalArgumentException e) {
                out.println("PROBLEM " + e.getMessage());
                good = false;
            }
            out.flush();
        }
        return good;
    }

    private String verified(ModelCard card) {
        if (card.task() == Task.VAD) {
            return verifiedVad(card);
        }
        try (var model = StatelessModel.open(card, store, execution)) {
            String without = model.fallbacks().isEmpty() ? "" : ", without " + String.join("; ", model.fallbacks());
            return "hash, signature and self-check, on the %s%s".formatted(model.provider(), without);
        }
    }

    private String verifiedVad(ModelCard card) {
        if (!card.id().equals(VAD)) {
            throw new IllegalArgumentException("model %s: for voice activity only %s is run".formatted(card.id(), VAD));
        }
        SileroVad.open(store, 1).close();
        return "hash, signature and self-check, on the CPU";
    }
}

package io.undertone.job.live;

import io.undertone.udfs.model.ModelCard;

/** What says of voiceprints whether they can be compared: only those of one model and version can. */
public final class VoiceprintModel {
    private VoiceprintModel() {}

    public static String of(ModelCard card) {
        return of(card.id(), card.version());
    }

    public static String of(String id, String version) {
        return id + " " + version;
    }
}

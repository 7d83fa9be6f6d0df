package io.undertone.local.models;

import io.undertone.udfs.evaluation.AlertExam;
import io.undertone.udfs.evaluation.AlertQuality;
import io.undertone.udfs.evaluation.CalmOutcome;
import io.undertone.udfs.evaluation.HeardCall;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was heard of all calls, marked by rule.
 *
 * @param reordered what was heard of the actors' clips in other orders, by seed: the same material, so it only shows by how much
 *     chance moves the figures
 */
record AlertResults(Map<AlertMaterial, List<HeardCall>> heard, Map<Long, List<HeardCall>> reordered) {
    static final AlertExam FRUSTRATION = new AlertExam("frustration");
    static final AlertExam RAISED_VOICE = new AlertExam("raised-voice");

    /** By actor. */
    List<HeardCall> acted() {
        return heard.getOrDefault(AlertMaterial.ACTED, List.of()).stream()
                .sorted(Comparator.comparing(heard -> heard.call().name()))
                .toList();
    }

    /** Of the angry stretches: whether people were told of frustration. */
    AlertQuality frustration() {
        return FRUSTRATION.mark(acted());
    }

    /** The most alerts of one stretch and rule. */
    int mostRaised() {
        return Math.max(frustration().mostRaised(), RAISED_VOICE.mark(acted()).mostRaised());
    }

    /** False alerts of a rule on one kind of material. */
    CalmOutcome calm(AlertExam rule, AlertMaterial material) {
        return rule.mark(heard.getOrDefault(material, List.of())).calm();
    }

    /** The same on all that is calm. */
    CalmOutcome allCalm(AlertExam rule) {
        return rule.mark(Stream.of(AlertMaterial.values())
                        .filter(AlertMaterial::isCalm)
                        .flatMap(material -> heard.getOrDefault(material, List.of()).stream())
                        .toList())
                .calm();
    }
}

package io.undertone.job.meaning.llm;

import io.undertone.udfs.meaning.DialogueLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short names for who speaks: a leg's own id comes from outside and has no place in a prompt. */
final class SpeakerLabels {
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> speakers = new LinkedHashMap<>();

    SpeakerLabels(List<DialogueLine> lines) {
        for (DialogueLine line : lines) {
            String label = labels.computeIfAbsent(line.speaker(), next -> "S" + (labels.size() + 1));
            speakers.put(label, line.speaker());
        }
    }

    String label(String speaker) {
        return labels.getOrDefault(speaker, "");
    }

    @Nullable
    String speaker(String label) {
        return speakers.get(label);
    }
}

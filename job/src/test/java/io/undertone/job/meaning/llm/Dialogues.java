package io.undertone.job.meaning.llm;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.DialogueLine;
import java.util.List;

/** Dialogues as tests need them: agent and customer in turn. */
final class Dialogues {
    private Dialogues() {}

    /** A part of lines that are numbered from {@code first}. */
    static AnalysisPart part(int first, String... texts) {
        var part = new AnalysisPart();
        part.key = "acme|c-1|0";
        part.number = 1;
        part.parts = 1;
        part.language = "en";
        part.tenantId = "acme";
        for (int i = 0; i < texts.length; i++) {
            part.lines.add(line(first + i, i % 2 == 0 ? Role.AGENT : Role.CUSTOMER, texts[i]));
        }
        return part;
    }

    /** A complaint of six lines, the second rude, the last glad. */
    static AnalysisPart complaint() {
        return part(
                1,
                "Thank you for calling, how can I help?",
                "My damn bill is terrible again.",
                "I am sorry, let me look at it.",
                "You are a liar, you said so last time.",
                "I have taken ten pounds off.",
                "Oh, thanks a lot, that is lovely.");
    }

    static DialogueLine line(int number, Role role, String text) {
        var line = new DialogueLine();
        line.number = number;
        line.role = role;
        line.legId = role == Role.AGENT ? "agent" : "customer";
        line.utterance = number;
        line.voice = 1;
        line.beginS = 2 * number;
        line.endS = 2 * number + 2;
        line.text = text;
        return line;
    }

    /** On one leg, by two voices whose roles nobody knows. */
    static AnalysisPart ofUnknownSpeakers() {
        AnalysisPart part = complaint();
        for (DialogueLine line : part.lines) {
            line.voice = line.role == Role.AGENT ? 1 : 2;
            line.role = Role.UNKNOWN;
            line.legId = "mixed";
        }
        return part;
    }

    static List<Integer> numbers(AnalysisPart part) {
        return part.lines.stream().map(line -> line.number).toList();
    }
}

package io.undertone.udfs.meaning;

import io.undertone.udfs.call.Role;
import java.util.ArrayList;
import java.util.List;

/** Dialogues and answers as tests need them. */
final class Lines {
    private Lines() {}

    /** A line of a leg's first voice. */
    static DialogueLine line(int number, String leg, double beginS, double endS, String text) {
        var line = new DialogueLine();
        line.number = number;
        line.legId = leg;
        line.utterance = number;
        line.role = Role.CUSTOMER;
        line.voice = 1;
        line.beginS = beginS;
        line.endS = endS;
        line.text = text;
        return line;
    }

    /** What one speaker says in a row, 2 s each. */
    static List<DialogueLine> spoken(String... texts) {
        List<DialogueLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(line(lines.size() + 1, "customer", lines.size() * 2, lines.size() * 2 + 2, text));
        }
        return lines;
    }

    /** Parts of the given lengths in seconds, a line each. */
    static List<AnalysisPart> parts(double... seconds) {
        List<AnalysisPart> parts = new ArrayList<>();
        for (double length : seconds) {
            var part = new AnalysisPart();
            part.number = parts.size() + 1;
            part.parts = seconds.length;
            part.lines = List.of(line(part.number, "customer", 0, length, "words"));
            parts.add(part);
        }
        return parts;
    }

    static PartMeaning answer(int part) {
        var answer = new PartMeaning();
        answer.part = part;
        return answer;
    }

    static LineMeaning meant(int line, String sentiment) {
        var meaning = new LineMeaning();
        meaning.line = line;
        meaning.sentiment = sentiment;
        return meaning;
    }
}

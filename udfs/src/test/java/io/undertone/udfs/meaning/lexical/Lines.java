package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.DialogueLine;

/** Parts of dialogues, line by line. */
final class Lines {
    private Lines() {}

    static DialogueLine line(int number, Role role, String text) {
        var line = new DialogueLine();
        line.number = number;
        line.role = role;
        line.legId = role.name();
        line.text = text;
        return line;
    }

    /** Agent and customer in turns, the agent first. */
    static AnalysisPart part(String language, String... texts) {
        var part = new AnalysisPart();
        part.number = 1;
        part.parts = 1;
        part.language = language;
        for (String text : texts) {
            int number = part.lines.size() + 1;
            part.lines.add(line(number, number % 2 == 1 ? Role.AGENT : Role.CUSTOMER, text));
        }
        return part;
    }
}

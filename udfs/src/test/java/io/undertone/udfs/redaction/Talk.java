package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;

/** A call written as "A: …" and "C: …", the agent and the customer, a line each; other text is one line of the customer. */
final class Talk {
    private Talk() {}

    static List<SpokenLine> lines(String talk) {
        var lines = new ArrayList<SpokenLine>();
        for (String line : talk.strip().split("\n|//", -1)) {
            String spoken = line.strip();
            boolean agent = spoken.startsWith("A: ");
            String text = agent || spoken.startsWith("C: ") ? spoken.substring(3) : spoken;
            lines.add(new SpokenLine(agent ? "agent" : "customer", 0, text));
        }
        return lines;
    }

    /** The talk as it is, in the form of {@link #redacted}. */
    static String plain(String talk) {
        return String.join(" // ", lines(talk).stream().map(SpokenLine::text).toList());
    }

    /** The texts that are left, parted by "//" as they may be given. */
    static String redacted(String talk) {
        return redacted(talk, RedactionSettings.DEFAULT);
    }

    static String redacted(String talk, RedactionSettings settings) {
        return String.join(
                " // ",
                new Redactor(settings)
                        .redact(lines(talk)).stream().map(line -> line.text).toList());
    }
}

package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a call's words what must not be kept, and says where it stood: numbers of cards, security codes, e-mail
 * addresses, telephone numbers, national ids, names of users and accounts. It reads the call as a whole, so that an answer is
 * known by its question and a number by its parts. Where it is in doubt it takes out: what it leaves is stored for years.
 */
public final class Redactor {
    private final List<Finder> finders;

    public Redactor(RedactionSettings settings) {
        finders = List.of(
                new CardFinder(),
                new EmailFinder(),
                new CuedEmailFinder(),
                new NationalIdFinder(settings.nationalIds()),
                new PhoneFinder(),
                new CodeFinder(),
                new NameFinder(),
                new SpelledFinder());
    }

    /**
     * The lines as they may be kept, one for each.
     *
     * @param lines of one call in the order of time
     */
    public List<RedactedText> redact(List<SpokenLine> lines) {
        var findings = new Findings();
        for (Passage passage : Passages.of(lines)) {
            finders.forEach(finder -> finder.find(passage, findings));
        }
        var redacted = new ArrayList<RedactedText>();
        for (int line = 0; line < lines.size(); line++) {
            redacted.add(findings.apply(line, lines.get(line).text()));
        }
        return redacted;
    }
}

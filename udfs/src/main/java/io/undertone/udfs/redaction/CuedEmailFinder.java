package io.undertone.udfs.redaction;

import java.util.Set;

/** Finds what follows "my email is" and ends like an address, though a recogniser left nothing else of one. */
final class CuedEmailFinder implements Finder {
    private static final Set<String> STOPS = Vocabulary.words("name-stop");
    private static final Set<String> TOPS = Vocabulary.words("strong-top");
    private static final Set<String> PROVIDERS = Vocabulary.words("sure-provider");
    private static final Set<String> DOTS = Set.of(".", "dot");
    private static final int LONGEST = 25;

    @Override
    public void find(Passage passage, Findings findings) {
        for (Cue cue : passage.cues()) {
            int first = cue.kind() == CueKind.EMAIL ? Said.after(passage, cue) : Said.NOTHING;
            if (first != Said.NOTHING && !passage.at(first).in(STOPS)) {
                int last = lastOf(passage, first);
                if (last > first) {
                    findings.add(passage, RedactedKind.EMAIL, first, last);
                }
            }
        }
    }

    private static int lastOf(Passage passage, int first) {
        int last = first;
        for (int at = first;
                at < first + LONGEST
                        && passage.at(at).line() == passage.at(first).line();
                at++) {
            Token token = passage.at(at);
            boolean top = token.in(TOPS) && passage.at(at - 1).in(DOTS);
            if (top || token.is("@") || token.in(PROVIDERS) || Domains.isRunTogether(token)) {
                last = at;
            }
        }
        return last;
    }
}

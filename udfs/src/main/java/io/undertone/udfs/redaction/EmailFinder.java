package io.undertone.udfs.redaction;

import java.util.Set;

/** Finds e-mail addresses: written, taken apart by a recogniser ("user@example .com"), and spoken ("user at example dot com"). */
final class EmailFinder implements Finder {
    private static final int NONE = -1;
    private static final Set<String> MISHEARD_AT = Vocabulary.words("misheard-at");
    private static final Set<String> PROVIDERS = Vocabulary.words("provider");

    /** "My email is john paul smith at …". */
    private static final int WORDS_IF_CUED = 3;

    private static final int WORDS_IF_SPOKEN = 2;

    @Override
    public void find(Passage passage, Findings findings) {
        var domains = new Domains(passage);
        for (int at = 0; at < passage.size(); at++) {
            int domain = domainBehind(passage, at);
            if (domain != NONE) {
                address(passage, domains, at, domain, findings);
            } else if (Domains.isRunTogether(passage.at(at))) {
                int last = domains.lastOf(at, false);
                int first = new LocalPart(passage, at, 0).firstToken();
                findings.add(passage, RedactedKind.EMAIL, first, last == Domains.NONE ? at : last);
            }
        }
    }

    /** Where the domain begins if the token may stand for "at". */
    private static int domainBehind(Passage passage, int at) {
        Token token = passage.at(at);
        Token next = passage.at(at + 1);
        if (token.is("@")) {
            return at + 1;
        }
        if (token.is("at")) {
            return next.is("sign") || next.is("symbol") ? at + 2 : at + 1;
        }
        return token.in(MISHEARD_AT) && next.in(PROVIDERS) ? at + 1 : NONE;
    }

    private static void address(Passage passage, Domains domains, int at, int domain, Findings findings) {
        boolean typed = passage.at(at).is("@");
        boolean cued = passage.cued(CueKind.EMAIL, at);
        int last = domains.lastOf(domain, cued);
        if (last == Domains.NONE && typed && isGluedOnBothSides(passage, at)) {
            last = domain;
        }
        if (last == Domains.NONE) {
            return;
        }
        int words = cued ? WORDS_IF_CUED : typed && passage.at(at).glued() ? 0 : WORDS_IF_SPOKEN;
        int first = new LocalPart(passage, at, words).firstToken();
        if (first < at || typed || cued) {
            findings.add(passage, RedactedKind.EMAIL, first, last);
        }
    }

    private static boolean isGluedOnBothSides(Passage passage, int at) {
        return passage.at(at).glued()
                && passage.at(at + 1).glued()
                && !passage.at(at + 1).isMark();
    }
}

package io.undertone.udfs.redaction;

import java.util.Set;

/** Reads the part of an address behind "at": "example.com", "example .com", "blue sky dot co dot uk", "g m a i l dot com". */
final class Domains {
    static final int NONE = -1;

    private static final Set<String> STOPS = Vocabulary.words("domain-stop");
    private static final Set<String> DOTS = Set.of("dot", "period", "point");
    private static final Set<String> HYPHENS = Set.of("-", "dash", "hyphen");
    private static final Set<String> TOPS = Vocabulary.words("top");
    private static final Set<String> STRONG_TOPS = Vocabulary.words("strong-top");
    private static final Set<String> SURE_PROVIDERS = Vocabulary.words("sure-provider");

    /** "at my great company dot com". */
    private static final int MOST_WORDS = 4;

    /** Spelled names, and labels behind the first dot. */
    private static final int MOST_TOKENS = 24;

    private final Passage passage;

    Domains(Passage passage) {
        this.passage = passage;
    }

    /** The last token of the domain that begins there, or {@link #NONE}; a cued one may hold words that others don't. */
    int lastOf(int first, boolean cued) {
        int dot = firstDot(first, cued);
        int last = dot == NONE ? NONE : lastLabel(dot);
        return last == NONE && isProvider(passage.at(first)) ? first : last;
    }

    /** "bunyamingmail": a recogniser lost the "at". */
    static boolean isRunTogether(Token token) {
        return token.isWord()
                && !token.in(SURE_PROVIDERS)
                && SURE_PROVIDERS.stream().anyMatch(provider -> endsWith(token.text(), provider));
    }

    private static boolean isProvider(Token token) {
        return token.in(SURE_PROVIDERS) || isRunTogether(token);
    }

    private static boolean endsWith(String word, String provider) {
        return word.endsWith(provider) || word.endsWith(provider + "com");
    }

    private int firstDot(int first, boolean cued) {
        int words = 0;
        for (int at = first; at < first + MOST_TOKENS && words <= MOST_WORDS; at++) {
            Token token = passage.at(at);
            if (at > first && isDot(at)) {
                return at;
            }
            boolean stops = !cued && token.in(STOPS) && !token.isLetter();
            if (stops || (token.isMark() && !token.in(HYPHENS))) {
                return NONE;
            }
            words += token.isWord() && !token.isLetter() && !token.in(HYPHENS) ? 1 : 0;
        }
        return NONE;
    }

    private int lastLabel(int firstDot) {
        int last = NONE;
        for (int dot = firstDot;
                dot < firstDot + MOST_TOKENS
                        && isDot(dot)
                        && passage.at(dot + 1).isWord(); ) {
            int label = spelled(dot + 1);
            last = isTop(dot, label) ? label : last;
            dot = label + 1;
        }
        return last;
    }

    /** The last of the letters that spell a label: "c o m". */
    private int spelled(int first) {
        int last = first;
        while (last < first + MOST_TOKENS
                && passage.at(first).isLetter()
                && passage.at(last + 1).isLetter()) {
            last++;
        }
        return last;
    }

    private boolean isDot(int at) {
        return passage.at(at).is(".") || passage.at(at).in(DOTS);
    }

    /** A spoken dot makes a domain of anything, a full stop only with a known end: "I was at work. It rang." */
    private boolean isTop(int dot, int label) {
        Token token = passage.at(label);
        if (passage.at(dot).is("dot")) {
            return !token.in(STOPS);
        }
        return token.in(STRONG_TOPS) || (passage.at(dot).is(".") && token.glued() && token.in(TOPS));
    }
}

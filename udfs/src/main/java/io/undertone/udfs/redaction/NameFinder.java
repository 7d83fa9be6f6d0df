package io.undertone.udfs.redaction;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds names of users and accounts, and passwords, after words that announce them; what reads like no word, wherever it is repeated. */
final class NameFinder implements Finder {
    @Override
    public void find(Passage passage, Findings findings) {
        var search = new Search(passage, findings);
        for (Cue cue : passage.cues()) {
            switch (cue.kind()) {
                case USERNAME -> search.follow(cue, RedactedKind.USERNAME);
                case LOGIN -> search.coded(Said.after(passage, cue), RedactedKind.USERNAME);
                case PASSWORD -> search.follow(cue, RedactedKind.CODE);
                default -> {}
            }
        }
        new Repeats(passage).find(search.names, findings);
    }

    private static final class Search {
        /** More names than a call has; what an endless text holds must not be searched for again and again. */
        private static final int MOST_NAMES = 16;

        private static final Set<String> SEPARATORS = Set.of(":", ",", "-", "\"", "“", "=");

        private final Passage passage;
        private final Findings findings;
        private final Answers answers;
        private final Set<Repeats.Name> names = new LinkedHashSet<>();

        Search(Passage passage, Findings findings) {
            this.passage = passage;
            this.findings = findings;
            answers = new Answers(passage);
        }

        void follow(Cue cue, RedactedKind kind) {
            int said = Said.after(passage, cue);
            if (said != Said.NOTHING) {
                add(said, Names.lastOf(passage, said, true), kind);
                return;
            }
            int next = cue.last() + 1;
            next = passage.at(next).in(SEPARATORS) ? next + 1 : next;
            if (passage.at(next).line() == passage.at(cue.last()).line()) {
                coded(next, kind);
            }
            for (Answers.Start start : answers.to(cue)) {
                add(start.token(), Names.lastOf(passage, start.token(), start.sure()), kind);
            }
        }

        void coded(int first, RedactedKind kind) {
            add(first, Names.lastOf(passage, first, false), kind);
        }

        private void add(int first, int last, RedactedKind kind) {
            if (last == Names.NONE) {
                return;
            }
            findings.add(passage, kind, first, last);
            if (names.size() < MOST_NAMES && Names.isCoded(passage, first)) {
                names.add(new Repeats.Name(first, last, kind));
            }
        }
    }
}

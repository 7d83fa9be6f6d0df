package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters and digits that were spelled or written one after another: "Q Q 12 34 56 C", "X1234567L". */
final class Characters {
    /** Two letters before digits may be a prefix: "QQ 12 34 56 C". */
    private static final int PREFIX = 2;

    private final String characters;
    private final List<Atom> items;
    private final int[] itemOf;

    private Characters(List<Atom> items) {
        this.items = items;
        var joined = new StringBuilder();
        items.forEach(item -> joined.append(item.digits()));
        characters = joined.toString();
        itemOf = new int[characters.length()];
        int at = 0;
        for (int item = 0; item < items.size(); item++) {
            for (int left = items.get(item).digits().length(); left > 0; left--) {
                itemOf[at++] = item;
            }
        }
    }

    /** All of a passage, in order. */
    static List<Characters> all(Passage passage) {
        var numbers = new NumberReader(passage);
        var found = new ArrayList<Characters>();
        var items = new ArrayList<Atom>();
        for (int at = 0; at < passage.size(); at++) {
            Atom item = itemAt(passage, numbers, at);
            if (item != null) {
                items.add(item);
                at = item.last();
            } else if (!passage.at(at).isMark() && !items.isEmpty()) {
                found.add(new Characters(items));
                items = new ArrayList<>();
            }
        }
        if (!items.isEmpty()) {
            found.add(new Characters(items));
        }
        return found;
    }

    private static @Nullable Atom itemAt(Passage passage, NumberReader numbers, int at) {
        Token token = passage.at(at);
        if (token.isDigits()) {
            return new Atom(token.text(), at, at);
        }
        Atom number = numbers.read(at);
        if (number != null) {
            return number;
        }
        return token.isWord() && token.text().length() <= PREFIX ? new Atom(token.text(), at, at) : null;
    }

    String text() {
        return characters;
    }

    int length() {
        return characters.length();
    }

    /** Whether something begins there, or the end is there. */
    boolean parts(int at) {
        return at == 0 || at == length() || itemOf[at] != itemOf[at - 1];
    }

    int tokenOf(int at) {
        return items.get(itemOf[at]).first();
    }

    int lastTokenOf(int at) {
        return items.get(itemOf[at]).last();
    }
}

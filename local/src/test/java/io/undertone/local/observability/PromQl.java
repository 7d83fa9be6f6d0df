package io.undertone.local.observability;

import io.undertone.local.observability.Selector.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a query of Prometheus names, by its words alone: a word before a parenthesis, or before {@code by} or {@code without}, is a
 * function or an aggregation; what stands in the parentheses behind {@code by}, {@code without}, {@code on}, {@code ignoring} and
 * {@code group_left} or {@code group_right} are labels; what stands in braces are conditions on labels; what stands in brackets and
 * behind {@code offset} is time. Any other word is a metric.
 *
 * <p>It does not know whether a query is one: a parenthesis too few passes.
 */
record PromQl(List<Selector> selectors, Set<String> groupings) {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<grouping>\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\((?<labels>[^)]*)\\))"
                    + "|(?<range>\\[[^\\]]*\\])"
                    + "|(?<offset>\\boffset\\s+\\w+)"
                    + "|(?<text>\"[^\"]*\")"
                    + "|(?<function>\\b[a-zA-Z_]\\w*\\s*(?=\\(|(?:by|without)\\b))"
                    + "|(?<word>\\b(?:and|or|unless|bool)\\b)"
                    + "|(?<metric>[a-zA-Z_:][\\w:]*)(?:\\{(?<conditions>[^}]*)\\})?"
                    + "|(?<number>\\d[\\w.]*)");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    static PromQl parse(String query) {
        List<Selector> selectors = new ArrayList<>();
        Set<String> groupings = new TreeSet<>();
        var token = TOKEN.matcher(query);
        while (token.find()) {
            if (token.group("labels") != null) {
                groupings.addAll(words(token.group("labels")));
            } else if (token.group("metric") != null) {
                String conditions = token.group("conditions");
                selectors.add(new Selector(token.group("metric"), conditions(conditions == null ? "" : conditions)));
            }
        }
        return new PromQl(List.copyOf(selectors), groupings);
    }

    private static List<Condition> conditions(String text) {
        return CONDITION
                .matcher(text)
                .results()
                .map((MatchResult found) -> new Condition(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    private static List<String> words(String list) {
        return Pattern.compile("\\w+")
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}

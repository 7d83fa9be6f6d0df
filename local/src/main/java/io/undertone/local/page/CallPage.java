package io.undertone.local.page;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a call's data, what draws it and the charting library together into one page. */
final class CallPage {
    private static final Pattern PLACE = Pattern.compile("@(title|style|library|data|charts|script)@");

    private final String template;
    private final Map<String, String> fixed;

    private CallPage(String template, Map<String, String> fixed) {
        this.template = template;
        this.fixed = fixed;
    }

    static CallPage load() throws IOException {
        return new CallPage(
                ChartLibrary.text("page.html"),
                Map.of(
                        "library", ChartLibrary.script(),
                        "style", ChartLibrary.text("page.css"),
                        "charts", ChartLibrary.text("charts.js"),
                        "script", ChartLibrary.text("page.js")));
    }

    /** In one pass: what is put in is not looked through for places. */
    String of(PageData call) {
        Map<String, String> own = Map.of("title", escaped(call.callId()), "data", call.json());
        var page = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            String name = place.group(1);
            String text = own.containsKey(name) ? own.get(name) : fixed.get(name);
            place.appendReplacement(page, Matcher.quoteReplacement(String.valueOf(text)));
        }
        return place.appendTail(page).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package io.undertone.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings that the transcriber has, out of its own source. */
public final class TranscriberSettings {
    private static final Pattern SETTING =
            Pattern.compile("^    (\\w+): [^=]+ = (?:_option|field)\\(", Pattern.MULTILINE);

    private TranscriberSettings() {}

    /** By the environment variables that give them. */
    public static Set<String> variables(Path root) throws IOException {
        Set<String> known = new TreeSet<>();
        SETTING.matcher(Files.readString(root.resolve("transcriber/transcriber/settings.py")))
                .results()
                .forEach(found -> known.add("TRANSCRIBER_" + found.group(1).toUpperCase(Locale.ROOT)));
        return known;
    }
}

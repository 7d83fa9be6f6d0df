package io.undertone.job.words;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of languages, as the transcription API has them. */
final class Languages {
    private static final Map<String, String> TAGS = new HashMap<>();

    static {
        for (String tag : Locale.getISOLanguages()) {
            TAGS.put(
                    Locale.forLanguageTag(tag)
                            .getDisplayLanguage(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    tag);
        }
    }

    private Languages() {}

    /** The API takes languages without their regions: {@code en} for {@code en-GB}. */
    static @Nullable String asked(@Nullable String tag) {
        String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() || language.equals("und") ? null : language;
    }

    /** OpenAI answers {@code english}, others {@code en}. Null if it is neither. */
    static @Nullable String answered(@Nullable String language) {
        if (language == null) {
            return null;
        }
        String lower = language.strip().toLowerCase(Locale.ROOT);
        return lower.matches("[a-z]{2,3}") ? lower : TAGS.get(lower);
    }
}

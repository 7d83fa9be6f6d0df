package io.undertone.local.models;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How figures are written: as fractions to four decimals in JSON, in percent on the console. */
final class Figures {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int DECIMALS = 4;

    private Figures() {}

    static void write(Path file, Map<String, @Nullable Object> figures) throws IOException {
        JSON.writeValue(file.toFile(), figures);
    }

    /** Without an exponent, which people misread. */
    static @Nullable BigDecimal rounded(@Nullable Double figure) {
        return figure == null ? null : BigDecimal.valueOf(figure).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    static String percent(@Nullable Double fraction) {
        return fraction == null ? "not measured" : String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }
}

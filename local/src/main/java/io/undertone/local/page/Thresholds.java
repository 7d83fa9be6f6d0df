package io.undertone.local.page;

import org.jspecify.annotations.Nullable;

/**
 * Of rule {@code frustration}: raised from {@code enter} on, over at {@code exit}.
 *
 * @param high urgent from here on; null where nobody knows
 */
public record Thresholds(double enter, @Nullable Double high, double exit) {}

package io.undertone.job;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A leg by its label: {@code post-call} is {@link Leg#POST_CALL}. */
public final class LegConverter implements ITypeConverter<Leg> {
    @Override
    public Leg convert(String value) {
        return Arrays.stream(Leg.values())
                .filter(leg -> leg.label().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("need one of %s, got '%s'"
                        .formatted(
                                Arrays.stream(Leg.values()).map(Leg::label).collect(Collectors.joining(", ")), value)));
    }
}

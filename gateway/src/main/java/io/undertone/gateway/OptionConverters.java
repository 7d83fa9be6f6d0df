package io.undertone.gateway;

import io.undertone.udfs.audio.Encoding;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From words on the command line; a refusal reaches the user in the words of the type that refused. */
public final class OptionConverters {
    private OptionConverters() {}

    static final class ForCall extends Parsing<CallSpec> {
        ForCall() {
            super(CallSpec::parse);
        }
    }

    static final class ForSpeed extends Parsing<Speed> {
        ForSpeed() {
            super(Speed::parse);
        }
    }

    /** One kind of consent by its name. */
    public static final class ForConsent extends Parsing<ConsentKind> {
        public ForConsent() {
            super(ConsentKind::parse);
        }
    }

    static final class ForStretch extends Parsing<Stretch> {
        ForStretch() {
            super(Stretch::parse);
        }
    }

    static final class ForCodec extends Parsing<Encoding> {
        ForCodec() {
            super(ForCodec::parse);
        }

        private static Encoding parse(String text) {
            return switch (text) {
                case "pcmu" -> Encoding.PCMU;
                case "pcma" -> Encoding.PCMA;
                case "l16" -> Encoding.L16_BE; // as on the wire, RFC 3551
                default -> throw new IllegalArgumentException("need pcmu, pcma or l16, got '%s'".formatted(text));
            };
        }
    }

    private abstract static class Parsing<T> implements ITypeConverter<T> {
        private final Function<String, T> parse;

        Parsing(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T convert(String value) {
            try {
                return parse.apply(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

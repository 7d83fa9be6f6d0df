package io.undertone.udfs.frontend;

import io.undertone.udfs.audio.Resampler;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The front ends that a model card may name. */
enum FrontEndKind {
    WAVEFORM("waveform"),
    WAVEFORM_NORMALISED("waveform-normalised"),
    WHISPER_LOG_MEL("whisper-log-mel"),
    GE2E_MEL("ge2e-mel"),
    KALDI_FBANK("kaldi-fbank");

    /**
     * Resemblyzer raises quieter speech to this level. Louder speech is lowered to it here: a score must not hang on
     * the gain of a line.
     */
    private static final double GE2E_DBFS = -30;

    private final String cardName;

    FrontEndKind(String cardName) {
        this.cardName = cardName;
    }

    static FrontEndKind named(String name) {
        for (FrontEndKind kind : values()) {
            if (kind.cardName.equals(name)) {
                return kind;
            }
        }
        String known = Arrays.stream(values()).map(kind -> kind.cardName).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("unknown front end '%s'; known: %s".formatted(name, known));
    }

    /** The front end, behind a resampler and a levelling where the settings ask for them. */
    FrontEnd build(FrontEndSettings settings) {
        if (settings.audioHz() == settings.modelHz()) {
            return levelled(settings, settings.maxSamples());
        }
        var resampler = new Resampler(settings.audioHz(), settings.modelHz());
        int longest = resampler.outputLength(settings.maxSamples());
        return new Resampled(resampler, levelled(settings, longest), longest);
    }

    private FrontEnd levelled(FrontEndSettings settings, int longest) {
        OptionalDouble dbfs = settings.levelDbfs();
        if (dbfs.isPresent()) {
            return new Levelled(dbfs.getAsDouble(), bare(settings), longest);
        }
        return this == GE2E_MEL ? new Levelled(GE2E_DBFS, bare(settings), longest) : bare(settings);
    }

    private FrontEnd bare(FrontEndSettings settings) {
        return switch (this) {
            case WAVEFORM -> new Waveform(false);
            case WAVEFORM_NORMALISED -> new Waveform(true);
            case WHISPER_LOG_MEL -> {
                requireRate(settings, WhisperLogMel.SAMPLE_RATE_HZ);
                yield new WhisperLogMel(settings.padded());
            }
            case GE2E_MEL -> {
                requireRate(settings, Ge2eMel.SAMPLE_RATE_HZ);
                yield new Ge2eMel();
            }
            case KALDI_FBANK -> new KaldiFbank(settings.modelHz(), settings.window());
        };
    }

    private void requireRate(FrontEndSettings settings, int hz) {
        if (settings.modelHz() != hz) {
            throw new IllegalArgumentException(
                    "front end %s works at %d Hz, got a model at %d Hz".formatted(cardName, hz, settings.modelHz()));
        }
    }
}

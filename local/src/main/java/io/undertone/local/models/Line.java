package io.undertone.local.models;

import io.undertone.gateway.AudioFiles;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.Resampler;
import io.undertone.udfs.audio.TelephoneChannel;
import java.io.IOException;
import java.nio.file.Path;

/** How recordings reach a model: always at 8 kHz, channels mixed to one. */
enum Line {
    /** Resampled, and else as they are. */
    CLEAN,
    /** From their own rate through the telephone channel by which models are compared. */
    TELEPHONE;

    static Line of(boolean telephone) {
        return telephone ? TELEPHONE : CLEAN;
    }

    float[] hear(Path file) throws IOException {
        Recording recording = AudioFiles.read(file);
        return this == TELEPHONE
                ? TelephoneChannel.hear(recording.mono(), recording.sampleRateHz())
                : Resampler.resampled(recording.mono(), recording.sampleRateHz(), Recording.TELEPHONE_HZ);
    }

    @Override
    public String toString() {
        return this == TELEPHONE ? "through the telephone channel" : "clean, at 8 kHz";
    }
}

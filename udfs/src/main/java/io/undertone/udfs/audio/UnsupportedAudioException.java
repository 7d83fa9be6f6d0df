package io.undertone.udfs.audio;

import java.io.IOException;

/** Audio that can't be read as it is: the message names the file, what was found and what is supported. */
public final class UnsupportedAudioException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnsupportedAudioException(String name, String found, String supported) {
        super("%s: found %s; supported: %s".formatted(name, found, supported));
    }

    /** A file that a decoder gave up on. */
    public UnsupportedAudioException(String name, String found, Throwable cause) {
        super("%s: found %s".formatted(name, found), cause);
    }
}

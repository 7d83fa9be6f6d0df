package io.undertone.local.transcriber;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why there is no transcriber, in words for whoever runs Undertone. */
public final class TranscriberUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    TranscriberUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

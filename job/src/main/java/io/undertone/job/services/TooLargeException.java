package io.undertone.job.services;

import java.io.IOException;

/** An answer that goes on and on. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(int mostBytes) {
        super("the answer is longer than %d bytes".formatted(mostBytes));
    }
}

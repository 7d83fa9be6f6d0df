package io.undertone.job.words;

import java.io.IOException;

/** An answer that goes on and on. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(int mostBytes) {
        super("the answer is longer than %d bytes".formatted(mostBytes));
    }
}

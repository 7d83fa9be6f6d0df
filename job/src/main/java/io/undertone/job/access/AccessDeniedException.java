package io.undertone.job.access;

/** A service that answers, and refuses. The message names the service, who asked, for what, and where that is granted. */
public final class AccessDeniedException extends Exception {
    private static final long serialVersionUID = 1;

    AccessDeniedException(String message) {
        super(message);
    }
}

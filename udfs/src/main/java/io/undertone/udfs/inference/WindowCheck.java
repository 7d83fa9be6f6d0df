package io.undertone.udfs.inference;

import io.undertone.udfs.model.ModelInput;
import org.jspecify.annotations.Nullable;

/** What a model can't be asked about. */
final class WindowCheck {
    static final Answer.Failed NOT_FINITE =
            new Answer.Failed(Failure.NOT_FINITE, "the window holds samples that are no finite numbers");

    private WindowCheck() {}

    /** Null if a window of so many samples may be asked about. */
    static Answer.@Nullable Failed length(ModelInput input, int samples) {
        double seconds = (double) samples / StatelessModel.SAMPLE_RATE_HZ;
        if (seconds < input.minSeconds()) {
            return new Answer.Failed(
                    Failure.TOO_SHORT, "%.3f s, the model needs %s s".formatted(seconds, input.minSeconds()));
        }
        if (seconds > input.maxSeconds()) {
            return new Answer.Failed(
                    Failure.TOO_LONG, "%.3f s, the model takes %s s".formatted(seconds, input.maxSeconds()));
        }
        return null;
    }

    static boolean isFinite(Window window) {
        for (int i = window.from(); i < window.from() + window.count(); i++) {
            if (!Float.isFinite(window.samples()[i])) {
                return false;
            }
        }
        return true;
    }
}

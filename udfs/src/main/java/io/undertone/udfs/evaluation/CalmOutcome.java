package io.undertone.udfs.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts where nobody was angry, and how much speech that was. */
public record CalmOutcome(int calls, double speechHours, int alerts) {
    private static final int MINUTES = 60;
    private static final int CALLS = 1_000;

    static CalmOutcome sum(List<CalmOutcome> parts) {
        return new CalmOutcome(
                parts.stream().mapToInt(CalmOutcome::calls).sum(),
                parts.stream().mapToDouble(CalmOutcome::speechHours).sum(),
                parts.stream().mapToInt(CalmOutcome::alerts).sum());
    }

    /** Of the customer's speech; null where nobody spoke. */
    public @Nullable Double perHour() {
        return inAnHour(alerts);
    }

    /** With 95 % confidence no more than this, on material like this; null where nobody spoke. */
    public @Nullable Double atMostPerHour() {
        return inAnHour(PoissonBound.upper(alerts));
    }

    /** The same of a thousand calls, in each of which the customer speaks for so long. */
    public @Nullable Double atMostInThousandCalls(double customerMinutes) {
        Double hourly = atMostPerHour();
        return hourly == null ? null : Double.valueOf(hourly * customerMinutes / MINUTES * CALLS);
    }

    private @Nullable Double inAnHour(double events) {
        return speechHours > 0 ? Double.valueOf(events / speechHours) : null;
    }
}

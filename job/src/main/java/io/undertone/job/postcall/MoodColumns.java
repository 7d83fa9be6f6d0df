package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.schema.Call;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.SpeakerMood;
import io.undertone.udfs.call.Withdrawal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Moods and alerts of a call's row. Its moods are those of customers, also where those of others were read. */
final class MoodColumns {
    private final EndedCallFacts ended;
    private final List<SpeakerMood> customers;

    MoodColumns(EndedCallFacts ended) {
        this.ended = ended;
        this.customers = ended.legs.stream()
                .filter(leg -> ended.withdrawal(leg) == null)
                .flatMap(leg -> leg.moods.stream())
                .filter(mood -> mood.role == Role.CUSTOMER && mood.windows > 0)
                .toList();
    }

    /** @param windows how many windows of the call are written */
    void describe(Call.Builder row, int windows) {
        Withdrawal withdrawn = ended.legs.stream()
                .map(ended::withdrawal)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        int kept = ended.legs.stream()
                .mapToInt(leg -> ended.keptWindows(leg.legId))
                .sum();
        row.setEmotionPolicy(ended.emotionPolicy.name().toLowerCase(Locale.ROOT))
                .setEmotionWithdrawn(withdrawn == null ? null : withdrawn.name())
                .setEmotionStatus(kept == 0 ? null : windows >= kept ? "COMPLETE" : "PARTIAL")
                .setAlertCount(ended.alerts)
                .setHighestSeverity(ended.highestSeverity == null ? null : ended.highestSeverity.name())
                .setFirstAlertS(seconds(ended.firstAlertSample));
        if (!customers.isEmpty()) {
            describeWindows(row);
            describeCourse(row);
        }
    }

    private void describeWindows(Call.Builder row) {
        int all = customers.stream().mapToInt(mood -> mood.windows).sum();
        row.setMoodWindows(all)
                .setMoodWindowsFailed(
                        customers.stream().mapToInt(mood -> mood.failed).sum());
        int scored = customers.stream().mapToInt(MoodColumns::scored).sum();
        if (scored > 0) {
            row.setMoodNegativeShare(share(mood -> mood.negativeWindows, scored))
                    .setMoodNeutralShare(share(mood -> mood.neutralWindows, scored))
                    .setMoodPositiveShare(share(mood -> mood.positiveWindows, scored))
                    .setMoodMeanNegative(rounded(customers.stream()
                                    .mapToDouble(mood -> mood.mean == null ? 0 : mood.mean.negative * scored(mood))
                                    .sum()
                            / scored));
        }
    }

    private void describeCourse(Call.Builder row) {
        SpeakerMood most = customers.stream()
                .max(Comparator.comparingInt(mood -> mood.windows))
                .orElseThrow();
        SpeakerMood peak = customers.stream()
                .max(Comparator.comparingDouble(mood -> mood.peakNegative))
                .orElseThrow();
        row.setMoodPeakNegative(peak.peakNegative)
                .setMoodPeakNegativeS(CallTimes.seconds(peak.peakSample))
                .setMoodSwitches(
                        customers.stream().mapToInt(mood -> mood.switches).sum())
                .setMoodTrajectory(trajectory(most))
                .setMoodTrajectoryStepS(CallTimes.seconds(most.binSamples));
    }

    /** Where no window ended, there is nothing: in a table that is null and no number to add up. */
    private static List<@Nullable Double> trajectory(SpeakerMood mood) {
        return mood.trajectory.stream()
                .<@Nullable Double>map(bin -> bin < 0 ? null : bin)
                .toList();
    }

    private double share(ToIntFunction<SpeakerMood> count, int scored) {
        return rounded(customers.stream().mapToInt(count).sum() / (double) scored);
    }

    private static int scored(SpeakerMood mood) {
        return mood.windows - mood.failed;
    }

    private static @Nullable Double seconds(@Nullable Long sample) {
        return sample == null ? null : CallTimes.seconds(sample);
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }
}

package io.undertone.local.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mood of one speaker of a leg over a whole call.
 *
 * @param failed windows among these that have no scores
 * @param negativeWindows windows whose likeliest mood it is; {@code neutralWindows} and {@code positiveWindows} likewise
 * @param mean of the raw scores; null without any
 * @param peakNegative highest smoothed probability of NEGATIVE, at {@code peakS}
 * @param switches how often the likeliest smoothed mood became another
 * @param trajectory mean smoothed probability of NEGATIVE in each stretch of {@code binS} from the call's start; −1 where none
 */
public record SpeakerMood(
        String legId,
        String role,
        @Nullable String speakerId,
        int windows,
        int failed,
        int negativeWindows,
        int neutralWindows,
        int positiveWindows,
        @Nullable Moods mean,
        double peakNegative,
        double peakS,
        int switches,
        List<Double> trajectory,
        double binS) {}

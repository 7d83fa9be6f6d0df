package io.undertone.local.page;

import io.undertone.local.live.HeardSecond;
import io.undertone.local.live.LegTimeline;
import io.undertone.local.live.Moods;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leg second by second, a list for each measure: entry i of each is about second {@code seconds[i]}.
 *
 * @param who speaks; null in silence
 * @param negative smoothed, null where no mood is read; {@code neutral} and {@code positive} likewise
 */
record LegSeries(
        String legId,
        String role,
        boolean withdrawn,
        List<Long> seconds,
        List<@Nullable Double> lufs,
        List<Double> lostRatio,
        List<@Nullable String> who,
        List<@Nullable Double> negative,
        List<@Nullable Double> neutral,
        List<@Nullable Double> positive) {
    static LegSeries of(LegTimeline leg) {
        var series = new LegSeries(
                leg.legId(),
                leg.role(),
                leg.isWithdrawn(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        leg.seconds().forEach(series::add);
        return series;
    }

    private void add(HeardSecond heard) {
        Moods moods = heard.moods();
        seconds.add(heard.second());
        lufs.add(heard.momentaryLufs());
        lostRatio.add(heard.lostRatio());
        who.add(heard.who());
        negative.add(moods == null ? null : moods.negative());
        neutral.add(moods == null ? null : moods.neutral());
        positive.add(moods == null ? null : moods.positive());
    }
}

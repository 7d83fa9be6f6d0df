package io.undertone.local.live;

import java.util.List;

/**
 * The header of a call that has ended.
 *
 * @param emotionPolicy whose moods were read: customers or everybody
 */
public record CallEnd(String endReason, double durationS, String emotionPolicy, List<LegEnd> legs) {}

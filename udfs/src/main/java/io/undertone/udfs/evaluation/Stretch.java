package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.Mood;
import java.util.List;

/**
 * The truth about a part of a call: one mood, clip after clip.
 *
 * @param begin first sample of its first clip
 * @param end behind the last sample of its last
 * @param clips their names, in order
 */
public record Stretch(Mood mood, long begin, long end, List<String> clips) {}

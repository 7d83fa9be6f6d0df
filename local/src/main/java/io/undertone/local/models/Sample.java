package io.undertone.local.models;

import java.nio.file.Path;

/**
 * A recording and the truth about it.
 *
 * @param truth who speaks, or in what mood
 */
record Sample(String truth, Path file) {}

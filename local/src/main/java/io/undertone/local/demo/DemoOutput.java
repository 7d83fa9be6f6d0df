package io.undertone.local.demo;

import io.undertone.local.page.Pages;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a run is told.
 *
 * @param report where to write it as JSON, if anywhere
 * @param pages of its calls
 * @param moods tells how the callers felt
 */
record DemoOutput(@Nullable Path report, Pages pages, MoodSheet moods) {}

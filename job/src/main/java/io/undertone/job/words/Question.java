package io.undertone.job.words;

import org.jspecify.annotations.Nullable;

/** What is asked about one pack. */
@SuppressWarnings("ArrayRecordComponent") // Half a megabyte that nobody compares.
record Question(byte[] wav, @Nullable String language, String idempotencyKey) {}

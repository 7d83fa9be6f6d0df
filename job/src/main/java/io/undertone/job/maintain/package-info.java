/** Keeps both stores small and lawful: compaction, expiry, retention and erasure. Plain code without a graph. */
@NullMarked
package io.undertone.job.maintain;

import org.jspecify.annotations.NullMarked;

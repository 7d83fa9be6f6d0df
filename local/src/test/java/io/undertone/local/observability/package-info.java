/** What deploy/observability and docs/metrics.md say, held to what the running system shows and its tables have. */
@NullMarked
package io.undertone.local.observability;

import org.jspecify.annotations.NullMarked;

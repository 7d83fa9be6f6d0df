/** Reads back what a run has left in lake, database and dead letters, and tells it: as tables and as JSON. */
@NullMarked
package io.undertone.local.report;

import org.jspecify.annotations.NullMarked;

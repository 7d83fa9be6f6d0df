/** Creates and checks what the jobs need before they start: topics, database, tables. Plain code without a graph. */
@NullMarked
package io.undertone.job.migrate;

import org.jspecify.annotations.NullMarked;

/** Tests of what the jobs need before they start. */
@NullMarked
package io.undertone.job.migrate;

import org.jspecify.annotations.NullMarked;

/** Reports of ended calls: what was said and meant is added to their rows. */
@NullMarked
package io.undertone.job.report;

import org.jspecify.annotations.NullMarked;

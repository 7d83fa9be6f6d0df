/** What the steps of all legs share: keys, deadlines, uids. */
@NullMarked
package io.undertone.job.runtime;

import org.jspecify.annotations.NullMarked;

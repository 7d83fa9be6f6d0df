@NullMarked
package io.undertone.job.maintain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.undertone.job.report;

import org.jspecify.annotations.NullMarked;

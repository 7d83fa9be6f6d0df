@NullMarked
package io.undertone.job.reanalysis;

import org.jspecify.annotations.NullMarked;

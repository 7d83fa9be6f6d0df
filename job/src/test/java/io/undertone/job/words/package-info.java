@NullMarked
package io.undertone.job.words;

import org.jspecify.annotations.NullMarked;

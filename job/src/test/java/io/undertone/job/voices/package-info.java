@NullMarked
package io.undertone.job.voices;

import org.jspecify.annotations.NullMarked;

/** Tests of the configuration. */
@NullMarked
package io.undertone.job.config;

import org.jspecify.annotations.NullMarked;

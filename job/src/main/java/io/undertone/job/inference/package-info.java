/** Asking models that remember nothing about windows of speech, without waiting for them. */
@NullMarked
package io.undertone.job.inference;

import org.jspecify.annotations.NullMarked;

/** Asking analysts about dialogues, and keeping what calls are about. */
@NullMarked
package io.undertone.job.meaning;

import org.jspecify.annotations.NullMarked;

/** Asking a speech-to-text service for the words of ended calls. */
@NullMarked
package io.undertone.job.words;

import org.jspecify.annotations.NullMarked;

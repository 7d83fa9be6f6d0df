/** Enrolling a voice from a recording: publish it, and wait for what becomes of it. */
@NullMarked
package io.undertone.local.enroll;

import org.jspecify.annotations.NullMarked;

/** Enrolled voices: what of a recording becomes a voiceprint, and which calls are told. */
@NullMarked
package io.undertone.udfs.enrolment;

import org.jspecify.annotations.NullMarked;

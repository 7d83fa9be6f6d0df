/** The voices leg: who is enrolled, by what voice, and which calls are told. */
@NullMarked
package io.undertone.job.voices;

import org.jspecify.annotations.NullMarked;

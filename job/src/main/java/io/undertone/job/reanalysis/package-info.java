/** Analysing a call once more: what was gathered of it is kept beside its audio, and read again when somebody asks. */
@NullMarked
package io.undertone.job.reanalysis;

import org.jspecify.annotations.NullMarked;

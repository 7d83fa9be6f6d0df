/** Who speaks on a leg: windows of speech to be embedded, voices told apart by them, and the roles they have. */
@NullMarked
package io.undertone.udfs.voices;

import org.jspecify.annotations.NullMarked;

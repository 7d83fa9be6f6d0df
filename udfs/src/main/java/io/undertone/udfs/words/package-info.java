/** From utterances to what is sent to a transcriber, and from its answers back to utterances. */
@NullMarked
package io.undertone.udfs.words;

import org.jspecify.annotations.NullMarked;

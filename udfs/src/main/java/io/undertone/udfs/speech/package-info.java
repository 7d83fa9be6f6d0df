/** Where speech is: Silero VAD, the gate, utterances. */
@NullMarked
package io.undertone.udfs.speech;

import org.jspecify.annotations.NullMarked;

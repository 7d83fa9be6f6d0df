/** What a finished conversation looked like: talk, silences, interruptions. */
@NullMarked
package io.undertone.udfs.conversation;

import org.jspecify.annotations.NullMarked;

/** What is known of a call's speakers, laid on its utterances and seconds: labels, splits, later versions, the header. */
@NullMarked
package io.undertone.udfs.tracking;

import org.jspecify.annotations.NullMarked;

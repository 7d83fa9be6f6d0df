/** What the topics of the live leg tell of calls, in plain records, and the timeline that they make of each call. */
@NullMarked
package io.undertone.local.live;

import org.jspecify.annotations.NullMarked;

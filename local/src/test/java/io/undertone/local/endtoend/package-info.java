/** Calls through the whole system, from the gateway's records to both stores. One system serves all these tests. */
@NullMarked
package io.undertone.local.endtoend;

import org.jspecify.annotations.NullMarked;

/**
 * Measurements of the whole system, run by hand: nothing here is a test. What is measured shares no process with what feeds
 * it, unless the command says so.
 */
@NullMarked
package io.undertone.bench;

import org.jspecify.annotations.NullMarked;

/** The whole system through everything that goes wrong, against an undisturbed run. */
@NullMarked
package io.undertone.local.scenario;

import org.jspecify.annotations.NullMarked;

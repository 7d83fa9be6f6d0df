/** How figures, tables and progress look on a console. */
@NullMarked
package io.undertone.local.console;

import org.jspecify.annotations.NullMarked;

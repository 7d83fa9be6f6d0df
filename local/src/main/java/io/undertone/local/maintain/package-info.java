/** {@code undertone maintain}: what a schedule runs to keep both stores small and lawful. */
@NullMarked
package io.undertone.local.maintain;

import org.jspecify.annotations.NullMarked;

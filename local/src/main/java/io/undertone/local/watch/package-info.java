/** The open calls as they are now, for somebody who could step in. */
@NullMarked
package io.undertone.local.watch;

import org.jspecify.annotations.NullMarked;

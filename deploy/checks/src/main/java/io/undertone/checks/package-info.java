/** What programs of others take, for tests of the files that start them. */
@NullMarked
package io.undertone.checks;

import org.jspecify.annotations.NullMarked;

/** The page of a call: one file that shows in any browser, without a network, how the call went. */
@NullMarked
package io.undertone.local.page;

import org.jspecify.annotations.NullMarked;

/** Asking for calls to be analysed once more, because words or meaning were missing. */
@NullMarked
package io.undertone.local.reanalyse;

import org.jspecify.annotations.NullMarked;

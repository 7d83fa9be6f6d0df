@NullMarked
package io.undertone.local.maintain;

import org.jspecify.annotations.NullMarked;

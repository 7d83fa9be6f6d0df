@NullMarked
package io.undertone.local.erase;

import org.jspecify.annotations.NullMarked;

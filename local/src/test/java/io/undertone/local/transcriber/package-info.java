@NullMarked
package io.undertone.local.transcriber;

import org.jspecify.annotations.NullMarked;

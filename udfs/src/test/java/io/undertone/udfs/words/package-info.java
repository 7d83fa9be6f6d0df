@NullMarked
package io.undertone.udfs.words;

import org.jspecify.annotations.NullMarked;

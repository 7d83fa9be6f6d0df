@NullMarked
package io.undertone.udfs.frontend;

import org.jspecify.annotations.NullMarked;

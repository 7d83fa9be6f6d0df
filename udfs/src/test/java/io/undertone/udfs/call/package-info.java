@NullMarked
package io.undertone.udfs.call;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.undertone.udfs.meaning;

import org.jspecify.annotations.NullMarked;

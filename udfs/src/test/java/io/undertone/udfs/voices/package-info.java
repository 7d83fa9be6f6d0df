@NullMarked
package io.undertone.udfs.voices;

import org.jspecify.annotations.NullMarked;

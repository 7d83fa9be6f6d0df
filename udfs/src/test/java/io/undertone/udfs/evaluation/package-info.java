@NullMarked
package io.undertone.udfs.evaluation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.undertone.udfs.enrolment;

import org.jspecify.annotations.NullMarked;

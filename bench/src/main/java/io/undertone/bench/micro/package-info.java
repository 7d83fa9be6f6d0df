/** Measurements of single parts by JMH, as CPU time: wall time would measure the machine's other work too. */
@NullMarked
package io.undertone.bench.micro;

import org.jspecify.annotations.NullMarked;

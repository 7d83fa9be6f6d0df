/** Whether the services let us do what a leg does, asked before it starts: once it runs, each refusal is a restart. */
@NullMarked
package io.undertone.job.access;

import org.jspecify.annotations.NullMarked;

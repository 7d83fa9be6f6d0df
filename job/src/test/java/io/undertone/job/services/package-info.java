/** Services that fail in every way, and how often they are asked. */
@NullMarked
package io.undertone.job.services;

import org.jspecify.annotations.NullMarked;

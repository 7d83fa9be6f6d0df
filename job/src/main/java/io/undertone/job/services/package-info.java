/** Asking services that may be slow, busy, broken or away: how often, how many at once, and how much of an answer is read. */
@NullMarked
package io.undertone.job.services;

import org.jspecify.annotations.NullMarked;

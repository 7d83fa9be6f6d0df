/** The whole system at work on recordings, for somebody who watches. */
@NullMarked
package io.undertone.local.demo;

import org.jspecify.annotations.NullMarked;

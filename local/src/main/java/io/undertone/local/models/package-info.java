/** {@code undertone models}: what models there are, whether they are what they should be, and how good they are. */
@NullMarked
package io.undertone.local.models;

import org.jspecify.annotations.NullMarked;

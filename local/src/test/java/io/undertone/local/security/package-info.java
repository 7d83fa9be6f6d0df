/** The whole system where every service asks who one is. */
@NullMarked
package io.undertone.local.security;

import org.jspecify.annotations.NullMarked;

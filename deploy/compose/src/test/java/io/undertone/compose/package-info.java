/** That the services of the compose file are given what they read, and find each other. */
@NullMarked
package io.undertone.compose;

import org.jspecify.annotations.NullMarked;

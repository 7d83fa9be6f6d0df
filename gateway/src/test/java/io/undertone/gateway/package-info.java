@NullMarked
package io.undertone.gateway;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.undertone.local.models;

import org.jspecify.annotations.NullMarked;

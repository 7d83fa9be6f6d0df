/** That the manifests are what Kubernetes, the operator, Flink and Undertone take. */
@NullMarked
package io.undertone.kubernetes;

import org.jspecify.annotations.NullMarked;

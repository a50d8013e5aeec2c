/**
 * The tensor engine: devices, threads, memory limits, automatic differentiation and tensors in
 * plain memory. Start with {@link org.opponency.engine.Compute}. The only package that touches
 * {@code ai.djl.pytorch}.
 */
package org.opponency.engine;

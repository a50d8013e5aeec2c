/**
 * Vision models: anatomically constrained networks whose parameters and layers carry PyTorch's
 * module paths. The only package that touches {@code ai.djl.pytorch}.
 */
package org.opponency.models;

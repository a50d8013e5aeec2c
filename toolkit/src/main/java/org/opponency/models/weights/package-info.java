/**
 * Files of weights: PyTorch's checkpoints, old and new, and safetensors, read without running
 * anything in them. Start with {@link org.opponency.models.weights.WeightFile}.
 */
package org.opponency.models.weights;

package org.opponency.models;

/**
 * What a reader wants to know of one layer.
 *
 * @param name PyTorch module path, such as {@code ventral.layer1.0.conv1}
 * @param kind such as {@code "Conv2d 7x7"}
 * @param outputShape shape for one image, without the batch axis: (C, H, W) or (C)
 * @param parameters trainable numbers in the layer and everything below it
 */
public record LayerSummary(String name, String kind, long[] outputShape, long parameters) {}

package org.opponency.models;

/**
 * One layer of a network, as diagrams and tables show it.
 *
 * @param name PyTorch module path, such as {@code retina.retina_conv2}
 * @param kind what it is, such as {@code Conv2d 7x7}
 * @param outputShape shape of its output without the batch axis: (C, H, W), or (C) for a vector
 * @param parameters number of parameters of the layer and all layers below it
 */
public record LayerSummary(String name, String kind, long[] outputShape, long parameters) {}

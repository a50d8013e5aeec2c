package org.opponency.models.parity;

/**
 * One tensor that a network has made.
 *
 * @param quantity what kind of tensor: {@code eval} (a layer's output in eval mode), {@code
 *     logits}, {@code loss}, {@code input gradient}, {@code statistic}, {@code gradient} or {@code
 *     weight}
 * @param tensor its name: a layer's or parameter's path, or a step
 * @param sketch the tensor itself
 */
public record Reading(String quantity, String tensor, Sketch sketch) {}

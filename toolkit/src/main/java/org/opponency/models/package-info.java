/**
 * Vision models: anatomically constrained ResNets whose parameters and layers carry PyTorch's
 * module paths. An {@link org.opponency.models.Architecture} says what is built, a {@link
 * org.opponency.models.Network} is trained, a {@link org.opponency.models.VisionModel} is analysed.
 */
package org.opponency.models;

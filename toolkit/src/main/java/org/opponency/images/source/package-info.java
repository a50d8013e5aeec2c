/**
 * Where image sets come from: folders, tar files, packed files, CIFAR-10, ImageNet and cue-conflict
 * stimuli. Start with {@link org.opponency.images.source.Images}.
 */
package org.opponency.images.source;

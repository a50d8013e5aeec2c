/**
 * Where image sets come from: folders, tar files, packed files, CIFAR-10, ImageNet and cue-conflict
 * stimuli.
 */
package org.opponency.images.source;

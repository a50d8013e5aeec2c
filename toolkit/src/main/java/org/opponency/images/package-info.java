/**
 * Labelled image sets and the way of an image into a model: an {@link
 * org.opponency.images.ImageSet} gives 8-bit RGB pixels, a {@link
 * org.opponency.images.Preprocessing} or an {@link org.opponency.images.Augmentation} changes them,
 * a {@link org.opponency.images.BatchPlan} packs them in parallel. All of it is equal to Pillow and
 * torchvision, byte for byte, and independent of any tensor engine.
 */
package org.opponency.images;

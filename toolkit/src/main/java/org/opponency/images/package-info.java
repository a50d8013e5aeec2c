/**
 * Labelled images: an {@link org.opponency.images.ImageSet} gives 8-bit RGB pictures and their
 * classes, a {@link org.opponency.images.Preprocessing} brings them to a network's size, equal to
 * Pillow and torchvision byte for byte. Independent of any tensor engine.
 */
package org.opponency.images;

/**
 * Decoders of JPEG and PNG files, bit-equal to Pillow. Start with {@link
 * org.opponency.images.codec.ImageDecoder}.
 */
package org.opponency.images.codec;

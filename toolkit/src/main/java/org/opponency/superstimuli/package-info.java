/**
 * Super-stimuli: pictures that drive a class, a channel or a cell as far as they can, found by
 * gradient ascent in Fourier space (Olah et al. 2017, "Feature visualization", Distill).
 */
package org.opponency.superstimuli;

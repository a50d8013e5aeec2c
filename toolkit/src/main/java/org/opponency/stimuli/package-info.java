/**
 * Stimuli as physiologists show them to cells: full fields of hue and grey, sinusoidal gratings,
 * each with its parameters. Pixels are RGB in [0, 1], not normalised.
 */
package org.opponency.stimuli;

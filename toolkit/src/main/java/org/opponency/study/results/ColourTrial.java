package org.opponency.study.results;

import org.opponency.io.Fraction;

/**
 * The single cell of Retina-2 of a network of width 1, and the colours of the world it learnt.
 *
 * @param step counted from 1, from colours that tell much to colours that tell little
 * @param hueSpread most that a fruit's hue is turned, in turns
 * @param saturation what is left of all colour, 0 to 1
 * @param luminanceShare share of the training pixels' variance that lies on the grey axis
 * @param normalised whether pixels are normalised before the network, else in [0, 1]
 * @param run counted from 0; the same seeds at every step
 * @param dead whether the cell is silent on every validation picture
 * @param accuracy on validation pictures of the same world
 * @param crosses whether its responses to hues lie on both sides of that to black
 * @param positiveBaseline whether its response to black, before the ReLU, is above zero
 * @param luminanceWeight share of its linear field's energy on the grey axis; 1/3 for random signs
 */
public record ColourTrial(
    int step,
    double hueSpread,
    double saturation,
    @Fraction double luminanceShare,
    boolean normalised,
    int run,
    boolean dead,
    @Fraction double accuracy,
    boolean crosses,
    boolean positiveBaseline,
    @Fraction double luminanceWeight) {}

package org.opponency.study.results;

import org.opponency.io.Fraction;

/**
 * What a network makes of the super-stimulus of one of its classes, and the colour of it beside
 * that of the class's pictures. Colours are means in CIELAB; hues are in degrees and NaN where a
 * mean colour is too grey to have one.
 *
 * @param fruit the class
 * @param probability of the class, given the saved 8-bit picture
 * @param hue of the super-stimulus
 * @param chroma of the super-stimulus
 * @param pictureHue of the class's pictures
 * @param pictureChroma of the class's pictures
 * @param hueDistance between both, 0 to 180
 * @param otherHueDistance mean distance to the pictures of the other classes: what chance gives
 */
public record FruitColour(
    String fruit,
    @Fraction double probability,
    double hue,
    double chroma,
    double pictureHue,
    double pictureChroma,
    double hueDistance,
    double otherHueDistance) {}

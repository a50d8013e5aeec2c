/**
 * What single cells make of pictures, rather than of stimuli: how far a linear model of the picture
 * tells their responses, and which pixels move them. Start with {@link
 * org.opponency.physiology.picture.PictureLinearity} and {@link
 * org.opponency.physiology.picture.EffectiveField}.
 */
package org.opponency.physiology.picture;

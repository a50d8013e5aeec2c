/**
 * What single cells do: their responses to stimuli, the opponency and tuning that follow, and their
 * receptive fields.
 *
 * <p>A cell is a channel of a layer, taken at the centre of the layer's map. For one cell: {@link
 * org.opponency.physiology.Responses#curve} is its hue or grey curve, {@link
 * org.opponency.physiology.OrientationMap#of} its map of orientation and frequency, {@link
 * org.opponency.physiology.ReceptiveField#of(org.opponency.models.VisionModel, String, int,
 * org.opponency.physiology.FieldProtocol)} its receptive field, {@link
 * org.opponency.models.VisionModel#filters} its weights.
 */
package org.opponency.physiology;

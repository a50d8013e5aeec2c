package org.opponency.physiology.picture;

/**
 * The effective field of a cell, over pictures.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param field which part of the pictures moves it
 */
public record FieldCell(String layer, int cell, EffectiveField field) {}

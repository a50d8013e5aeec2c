package org.opponency.report;

/**
 * A value to compare with, drawn as a dashed line.
 *
 * @param label what it is, such as {@code torchvision ResNet-50}
 * @param value in the axis's unit; a fraction where the axis shows percent
 */
public record Reference(String label, double value) {}

package org.opponency.report.draw;

import org.knowm.xchart.XYChart;

/**
 * One chart of a grid.
 *
 * @param heading stands above it; empty for none
 * @param chart axes and data
 */
public record Panel(String heading, XYChart chart) {}

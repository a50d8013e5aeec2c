package org.opponency.report;

import org.knowm.xchart.XYChart;

/**
 * One chart of a grid.
 *
 * @param heading stands above it; empty for none
 * @param chart axes and data
 */
record Panel(String heading, XYChart chart) {}

package org.opponency.report;

/**
 * One drawing among several.
 *
 * @param heading stands above it; empty for none
 * @param drawing what is drawn
 */
record Tile(String heading, Drawing drawing) {}

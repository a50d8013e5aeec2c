package org.opponency.report.draw;

/**
 * One drawing among several.
 *
 * @param heading stands above it; empty for none
 * @param drawing what is drawn
 */
public record Tile(String heading, Drawing drawing) {}

/**
 * Charts of one subject each, made of the drawing kit: shares, tuning curves, robustness, learning
 * curves, cells. Used by the figures only.
 */
package org.opponency.report.chart;

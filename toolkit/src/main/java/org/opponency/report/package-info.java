/**
 * The figures of the notebooks: records become drawings with their numbers and their provenance.
 * Start with {@link org.opponency.report.Figures}.
 */
package org.opponency.report;

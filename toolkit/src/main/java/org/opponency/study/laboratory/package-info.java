/**
 * The laboratory: what a physiologist would measure on all networks of a study, and what was found.
 * {@link org.opponency.study.laboratory.Laboratory} has the instruments.
 */
package org.opponency.study.laboratory;

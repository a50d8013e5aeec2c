/**
 * The analyses behind the notebooks, each over all networks of a study: opponency, receptive
 * fields, super-stimuli, shape bias, accuracy and robustness.
 */
package org.opponency.study.analysis;

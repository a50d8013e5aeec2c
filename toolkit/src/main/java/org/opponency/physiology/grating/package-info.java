/**
 * What single cells do with gratings and bars, as electrodes tell it of primary visual cortex:
 * tuning to orientation, spatial frequency and size. Start with {@link
 * org.opponency.physiology.grating.GratingCell}.
 */
package org.opponency.physiology.grating;

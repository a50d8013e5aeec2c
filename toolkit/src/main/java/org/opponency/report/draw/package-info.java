/**
 * The drawing kit: axes, legends, letters, panels and pixels that know nothing of what they show.
 * Start with {@link org.opponency.report.draw.Drawing}.
 */
package org.opponency.report.draw;

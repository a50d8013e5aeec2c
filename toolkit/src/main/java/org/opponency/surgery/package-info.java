/**
 * Operations on the cells of a trained network's bottleneck, with shams of equal size, and what
 * becomes of what the network says. Start with {@link org.opponency.surgery.Surgeon}.
 */
package org.opponency.surgery;

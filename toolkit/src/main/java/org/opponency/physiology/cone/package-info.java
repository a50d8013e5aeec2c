/**
 * What cells make of the cones' signals: cone weights, colour against luminance, and how finely
 * they tell hues apart. {@link org.opponency.physiology.cone.ConeCell#of} is where to begin.
 */
package org.opponency.physiology.cone;

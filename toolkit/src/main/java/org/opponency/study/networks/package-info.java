/**
 * The networks of a study: its scale, data and settings, and how networks are planned, trained,
 * read back and opened. Start with {@link org.opponency.study.networks.StudyNetworks}.
 */
package org.opponency.study.networks;

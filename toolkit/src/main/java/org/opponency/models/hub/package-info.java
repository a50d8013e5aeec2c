/**
 * Networks and data that others published, by name: downloaded once, kept and checked. Start with
 * {@link org.opponency.models.hub.Catalogue} for networks and {@link
 * org.opponency.models.hub.PublishedData} for data.
 */
package org.opponency.models.hub;

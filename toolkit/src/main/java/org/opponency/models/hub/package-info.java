/**
 * Networks that others published, by name: downloaded once, kept and checked. Start with {@link
 * org.opponency.models.hub.Catalogue}.
 */
package org.opponency.models.hub;

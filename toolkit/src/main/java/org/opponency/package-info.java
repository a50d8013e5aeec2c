/**
 * Images go into a vision model, which gives responses or predictions; analyses turn those into
 * records; records become one table; tables become figures; a study remembers all of it.
 */
package org.opponency;

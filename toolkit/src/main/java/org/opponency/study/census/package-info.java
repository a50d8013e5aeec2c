/**
 * How many cells are opponent, ours beside those of the networks that the authors published: start
 * with {@link org.opponency.study.census.PublishedCensus}.
 */
package org.opponency.study.census;

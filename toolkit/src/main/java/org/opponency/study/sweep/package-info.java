/** A study's work in independent pieces, for many workers that share one folder of results. */
package org.opponency.study.sweep;

/**
 * A study: the reproduction at one scale, from which everything that is measured is reached. Start
 * with {@link org.opponency.study.Study}.
 */
package org.opponency.study;

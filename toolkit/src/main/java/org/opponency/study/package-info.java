/**
 * A study: the reproduction at one scale, with its data, its networks (planned, trained, opened)
 * and its folders. Start with {@link org.opponency.study.Study}.
 */
package org.opponency.study;

/**
 * What the analyses of a study found: a value a network, and the tables, shares and curves that
 * follow from them. Nothing here measures. Start with {@link org.opponency.study.results.Results}.
 */
package org.opponency.study.results;

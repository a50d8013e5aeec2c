/**
 * The instruments of a laboratory on all networks of a study: how alike they are to people, and
 * what becomes of them when cells are taken away. Start with {@link
 * org.opponency.study.laboratory.HumanAnalysis}.
 */
package org.opponency.study.laboratory;

/**
 * What a notebook's cells call, whatever Java kernel runs them. Start with {@link
 * org.opponency.report.notebook.Notebook}.
 */
package org.opponency.report.notebook;

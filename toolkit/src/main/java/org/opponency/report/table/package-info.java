/**
 * Records as tables: a row a record, a column a component. Start with {@link
 * org.opponency.report.table.ResultTable}.
 */
package org.opponency.report.table;

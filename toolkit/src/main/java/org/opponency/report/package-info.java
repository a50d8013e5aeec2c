/**
 * What people see: records become one table, tables become figures, and both are shown in whatever
 * notebook kernel runs. The only package that knows Tablesaw, XChart or a kernel.
 */
package org.opponency.report;

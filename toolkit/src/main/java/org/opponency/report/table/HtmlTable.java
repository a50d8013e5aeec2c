package org.opponency.report.table;

import static org.opponency.io.Text.format;

import java.util.List;

/** Shown columns as HTML. Styles stand on the elements: notebooks and exports drop style sheets. */
public final class HtmlTable {
  /** More rows than anyone reads in a page; the data's file has them all. */
  private static final int MOST_ROWS = 100;

  /** A name or an interval, which stays in one line. */
  private static final int SHORT = 20;

  /** Cells break into lines where a page is too narrow, and what is still too wide can be moved. */
  private static final String FRAME = "<div style=\"overflow-x:auto;max-width:100%;\">\n";

  private static final String CELL = "padding:0.25em 0.5em;border:none;white-space:%s;";
  private static final String RULE = "border-bottom:1px solid #999;";

  private HtmlTable() {}

  static String of(List<ShownColumn> columns) {
    var html = new StringBuilder();
    html.append(FRAME)
        .append("<table style=\"border-collapse:collapse;border:none;\">\n<thead><tr>");
    columns.forEach(column -> cell(html, "th", column, column.header(), RULE));
    html.append("</tr></thead>\n<tbody>\n");
    int rows = columns.isEmpty() ? 0 : columns.get(0).cells().size();
    for (int row = 0; row < Math.min(rows, MOST_ROWS); row++) {
      html.append("<tr>");
      for (ShownColumn column : columns) {
        cell(html, "td", column, column.cells().get(row), "");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
    if (rows > MOST_ROWS) {
      html.append(format("<p>… and %,d more rows</p>\n", rows - MOST_ROWS));
    }
    return html.toString();
  }

  private static void cell(
      StringBuilder html, String tag, ShownColumn column, String text, String style) {
    String side = column.numeric() ? "right" : "left";
    String lines = tag.equals("td") && text.length() <= SHORT ? "nowrap" : "normal";
    html.append(
        format(
            "<%1$s align=\"%2$s\" style=\"text-align:%2$s;%3$s%4$s\">%5$s</%1$s>",
            tag, side, format(CELL, lines), style, escape(text).replace(" %", "&nbsp;%")));
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

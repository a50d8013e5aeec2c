package org.opponency.report.table;

import static org.opponency.io.Text.format;

import java.util.List;

/** Shown columns as HTML. Styles stand on the elements: notebooks and exports drop style sheets. */
public final class HtmlTable {
  /** More rows than anyone reads in a page; the data's file has them all. */
  private static final int MOST_ROWS = 100;

  /** Longer texts are broken into lines. */
  private static final int MOST_LETTERS = 40;

  private static final String CELL = "padding:0.25em 0.9em;border:none;";
  private static final String ONE_LINE = "white-space:nowrap;";
  private static final String RULE = "border-bottom:1px solid #999;";

  private HtmlTable() {}

  static String of(List<ShownColumn> columns) {
    var html = new StringBuilder();
    html.append("<table style=\"border-collapse:collapse;border:none;\">\n<thead><tr>");
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
    html.append("</tbody>\n</table>\n");
    if (rows > MOST_ROWS) {
      html.append(format("<p>… and %,d more rows</p>\n", rows - MOST_ROWS));
    }
    return html.toString();
  }

  private static void cell(
      StringBuilder html, String tag, ShownColumn column, String text, String style) {
    String side = column.numeric() ? "right" : "left";
    String breaks = text.length() > MOST_LETTERS ? "" : ONE_LINE;
    html.append(
        format(
            "<%1$s align=\"%2$s\" style=\"text-align:%2$s;%3$s%4$s\">%5$s</%1$s>",
            tag, side, CELL, breaks + style, escape(text)));
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package org.opponency.report.notebook;

import org.opponency.report.ContactSheet;
import org.opponency.report.Figure;
import org.opponency.report.draw.Drawing;
import org.opponency.report.table.ResultTable;
import org.opponency.study.results.Results;

/** What a notebook's cells call; {@code import static} its methods. */
public final class Notebook {
  private Notebook() {}

  /**
   * Shows a value as what it is: a {@link Figure}, {@link ContactSheet} or other {@link Drawing}, a
   * chart of XChart, an image or several images as a picture; {@link Results}, a {@link
   * ResultTable}, a Tablesaw table, a record or several records as a table; several texts as lines;
   * anything else as text. Every picture carries a text for those who do not see it.
   */
  public static void show(Object value) {
    Showing.of(value).forEach(NotebookDisplay::show);
  }

  /** Saves a figure beside the others, for papers and slides, and shows it. */
  public static void publish(Figure figure) {
    figure.save();
    show(figure);
  }

  /** A progress bar that renews one line of the cell's output. */
  public static ProgressBar progress() {
    return ProgressBar.inNotebook();
  }

  /** Learning curves that grow while networks train. */
  public static LiveCurves liveCurves() {
    return new LiveCurves();
  }
}

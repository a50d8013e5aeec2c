package org.opponency.report.notebook;

import org.opponency.report.ContactSheet;
import org.opponency.report.Figure;
import org.opponency.report.draw.Drawing;
import org.opponency.report.table.ResultTable;

/** What a notebook's cells call; {@code import static} its methods. */
public final class Notebook {
  private static final Showing SHOWING = new Showing(new NotebookSurface());

  private Notebook() {}

  /**
   * Shows a value as what it is: a {@link Figure}, {@link ContactSheet} or other {@link Drawing},
   * an image or a list of images as a picture; a {@link ResultTable}, a Tablesaw table, a record or
   * a list of records as a table; anything else as text.
   */
  public static void show(Object value) {
    SHOWING.show(value);
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

package org.opponency.report;

import java.nio.file.Path;
import org.opponency.io.AtomicFiles;
import org.opponency.physiology.Passport;
import org.opponency.report.table.PassportTable;
import org.opponency.study.networks.Provenance;

/** A network's passport as files: {@code passport.csv}, a row a cell, and a page a layer. */
public final class PassportReport {
  /** The file with a row a cell. */
  public static final String TABLE = "passport.csv";

  private PassportReport() {}

  /**
   * Writes them into a folder, which is made where it is missing.
   *
   * @param network what to call it
   * @throws java.io.UncheckedIOException if one cannot be written; the message says which and why
   */
  public static void save(Passport passport, String network, Provenance provenance, Path folder) {
    for (Passport.Layer layer : passport.layers()) {
      String page = PassportPage.of(passport.of(layer.name()), network, provenance.stamp());
      AtomicFiles.write(folder.resolve(page(layer.name())), page);
    }
    AtomicFiles.write(folder.resolve(TABLE), PassportTable.of(passport).csv());
  }

  /** The file of a layer's page. */
  public static String page(String layer) {
    return layer.replaceAll("[^\\w.-]", "-") + ".html";
  }
}

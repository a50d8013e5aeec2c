package org.opponency.report.table;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.io.Fraction;
import org.opponency.io.InUnits;

class UnitsTest {
  record Inner(@InUnits("nm") double wavelength, @Fraction double part) {}

  record Outer(int cell, @InUnits("degrees") double angle, Inner inner) {}

  @Test
  void columnsHaveTheUnitsOfTheirComponents() {
    Units units = new Units(Outer.class);
    assertThat(units.of("angle")).isEqualTo("degrees");
    assertThat(units.of("inner.wavelength")).isEqualTo("nm");
    assertThat(units.of("inner.part")).isEqualTo("share");
    assertThat(units.of("cell")).isEmpty();
    assertThat(units.of("else")).isEmpty();
  }
}

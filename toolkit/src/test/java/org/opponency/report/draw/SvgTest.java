package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SvgTest {
  @Test
  void coordinatesHaveTwoDecimals() {
    String svg = Svg.of(drawing(g -> g.draw(new Line2D.Double(1.23456, 2, 3, 4))));
    assertThat(svg).contains("x1=\"1.23\"");
  }

  @Test
  void fontsHaveFallBacks() {
    String svg = Svg.of(drawing(g -> ChartStyle.LABEL.left(g, "0.12345", 1, 9)));
    assertThat(svg).contains(",Arial,Helvetica,sans-serif");
    assertThat(svg).contains(">0.12345</text>");
  }

  @Test
  void sizesThatTheWriterLeavesOutAreSaid() {
    String svg = Svg.of(drawing(g -> ChartStyle.HEADING.left(g, "twelve", 1, 9)));
    assertThat(ChartStyle.HEADING.font().getSize()).isEqualTo(12);
    assertThat(svg).containsMatch("<svg [^>]*font-size=\"12px\"");
  }

  private static Drawing drawing(Consumer<Graphics2D> painting) {
    return new Drawing() {
      @Override
      public int width() {
        return 10;
      }

      @Override
      public int height() {
        return 10;
      }

      @Override
      public void paint(Graphics2D g) {
        painting.accept(g);
      }
    };
  }
}

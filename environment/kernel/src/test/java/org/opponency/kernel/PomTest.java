package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PomTest {
  @Test
  void namesArtifactsAndRepositories() {
    assertThat(Pom.of(List.of("g:a:1-SNAPSHOT", "g:b:jar:linux:2"), Map.of("own", "http://x/?a&b")))
        .isEqualTo(
            """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>notebook</groupId>
              <artifactId>notebook</artifactId>
              <version>1</version>
              <repositories>
            <repository><id>own</id><url>http://x/?a&amp;b</url></repository>
              </repositories>
              <dependencies>
            <dependency><groupId>g</groupId><artifactId>a</artifactId><version>1-SNAPSHOT</version></dependency>
            <dependency><groupId>g</groupId><artifactId>b</artifactId><version>2</version><type>jar</type><classifier>linux</classifier></dependency>
              </dependencies>
            </project>
            """);
  }

  @Test
  void refusesOtherCoordinates() {
    for (String bad : new String[] {"junit", "a:b", "a:b:c:d:e:f", "a:b:<c>"}) {
      var thrown =
          assertThrows(IllegalArgumentException.class, () -> Pom.of(List.of(bad), Map.of()));
      assertThat(thrown).hasMessageThat().isEqualTo("Expected group:artifact:version, got " + bad);
    }
  }

  @Test
  void collectsLooseElements() throws IOException {
    String pom =
        Pom.ofElements(
            """
            <repository><id>own</id></repository>
            <dependencies>
              <dependency><groupId>g</groupId></dependency>
            </dependencies>
            <dependency><groupId>h</groupId></dependency>
            """);

    assertThat(pom).contains("<repository><id>own</id></repository>");
    assertThat(pom)
        .contains(
            "<dependency><groupId>g</groupId></dependency>"
                + "<dependency><groupId>h</groupId></dependency>");
  }

  @Test
  void saysWhatIsNoXml() {
    var thrown = assertThrows(IOException.class, () -> Pom.ofElements("<dependency>"));
    assertThat(thrown).hasMessageThat().startsWith("Expected <dependency> and <repository>");
  }
}

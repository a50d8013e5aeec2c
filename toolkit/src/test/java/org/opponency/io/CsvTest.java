package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @Test
  void byteOrderMarkIsNoPartOfTheFirstName() {
    Csv csv = Csv.read("a.csv", new StringReader("\ufeffimage,decision\na,cat\n"));
    assertThat(csv.column("image")).isEqualTo(0);
    assertThat(csv.rows()).containsExactly(List.of("a", "cat"));
  }

  @Test
  void cellsMayBeLong() {
    String cell = "say \"\"a\"\", ".repeat(20_000);
    Csv csv = Csv.read("a.csv", new StringReader("image,note\na,\"" + cell + "\"\n"));
    assertThat(csv.rows()).containsExactly(List.of("a", cell.replace("\"\"", "\"")));
  }

  @Test
  void anotherEncodingIsNamed(@TempDir Path folder) throws IOException {
    byte[] latin = "image,decision\n\u00fc,cat\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("latin.csv"), latin);
    var reader = Files.newBufferedReader(file);
    var failure = assertThrows(UncheckedIOException.class, () -> Csv.read("latin.csv", reader));
    assertThat(failure).hasMessageThat().contains("Cannot read latin.csv: it is no text in UTF-8");
  }
}

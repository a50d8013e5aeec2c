package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicLinesTest {
  private static final String CALL = "io.github.spencerpark.ijava.runtime.Magics.lineMagic(";

  @Test
  void callsMagics() {
    assertThat(MagicLines.toJava("int a = 1;\n  %jars x.jar \"a b\"\nint c = 2;"))
        .isEqualTo(
            "int a = 1;\n  { "
                + CALL
                + "\"jars\", java.util.List.of(\"x.jar\", \"a b\")); }\nint c = 2;");
    assertThat(MagicLines.toJava("List<String> added = %jars C:/my/*.jar"))
        .isEqualTo(
            "List<String> added = " + CALL + "\"jars\", java.util.List.of(\"C:/my/*.jar\"));");
    assertThat(MagicLines.toJava("%lsmagic"))
        .isEqualTo("{ " + CALL + "\"lsmagic\", java.util.List.of()); }");
  }

  @Test
  void leavesCodeBehindAMagicAsItIs() {
    assertThat(MagicLines.toJava("%bash rm -r \"old  results\" \\;"))
        .isEqualTo(
            "{ " + CALL + "\"bash\", java.util.List.of(\"rm -r \\\"old  results\\\" \\\\;\")); }");
  }

  @Test
  void readsLongTexts() {
    String text = "a%b\n\"\\\"".repeat(20_000);
    String code = "String s = \"\"\"\n" + text + "\"\"\";\nint a = 1;";
    assertThat(MagicLines.toJava(code)).isEqualTo(code);
    String word = "b ".repeat(50_000);
    assertThat(MagicLines.arguments("a \"" + word + "\"")).containsExactly("a", word).inOrder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String s = \"\"\"\n  %jars x\n  \\\"\"\"\n  %jars y\n  \"\"\";",
        "/* why\n%jars x\n*/ int a;",
        "String s = \"= %jars x\";",
        "// a = %jars x",
        "int a = 7\n  % b;",
        "a %= b;",
        "boolean c = a == b %d;",
        "char c = '\"'; int d = 1; // %x\nString s = \"\\\"%x\";",
      })
  void leavesOtherPercentSignsAlone(String code) {
    assertThat(MagicLines.toJava(code)).isEqualTo(code);
    assertThat(MagicLines.blank(code)).isEqualTo(code);
  }

  @Test
  void keepsOffsetsWhereItBlanks() {
    assertThat(MagicLines.blank("%jars x\nint a;")).isEqualTo("       \nint a;");
  }

  @Test
  void readsQuotedArguments() {
    assertThat(MagicLines.arguments(" a \"b c\" \"d\\\"e\" "))
        .containsExactly("a", "b c", "d\"e")
        .inOrder();
  }
}

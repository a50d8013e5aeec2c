package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void barePathsAreGivenWords() {
    assertReason(new NoSuchFileException("a.csv"), "there is no such file; check the path");
    assertReason(
        new AccessDeniedException("a.csv"),
        "no permission; check its owner and those of its folders");
    assertReason(new FileSystemException("a.csv", null, "Is a directory"), "Is a directory");
    assertReason(
        new FileSystemLoopException("a/b"),
        "a link on the way to a/b leads back to a folder above it; take it away");
    assertReason(new MalformedInputException(1), "it is no text in UTF-8; save it as such");
  }

  @Test
  void otherFailuresSpeakForThemselves() {
    assertReason(new IOException("Is a directory"), "Is a directory");
    assertReason(new EOFException("cut short"), "cut short");
    assertReason(new ZipException("Not in GZIP format"), "Not in GZIP format");
    assertReason(new IllegalArgumentException("expected"), "expected");
    assertReason(new UnknownHostException("host"), "java.net.UnknownHostException: host");
    assertReason(new IOException(), "java.io.IOException");
    assertReason(new UncheckedIOException(new IOException("cut short")), "cut short");
  }

  private static void assertReason(Throwable failure, String words) {
    assertThat(Reason.of(failure)).isEqualTo(words);
  }
}

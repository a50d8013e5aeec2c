package org.opponency.images.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.opponency.io.CountedStream;

/**
 * What a tar file holds and where, found by reading its headers alone. The members of inner tar
 * files lie in a folder of that file's name. Of two members with one name the last counts, as it
 * does when the file is unpacked.
 */
final class TarMembers {
  /** ImageNet's training images lie one deep. */
  private static final int DEEPEST = 3;

  /** What Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final int BLOCK = 512;
  private static final int BLOCKS = 20 * BLOCK;

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final LongConsumer progress;
  private final CountedStream in;

  /**
   * A file, or a link to one.
   *
   * @param offset where its bytes begin
   * @param length how many they are
   * @param target what a link names, the path of a member; else null
   */
  record Member(long offset, long length, String target) {}

  private TarMembers(CountedStream in, LongConsumer progress) {
    this.in = in;
    this.progress = progress;
  }

  /**
   * Reads a file's headers, also those of the tar files in it.
   *
   * @param progress told the bytes that lie behind
   * @throws DamagedTar if it is cut short, damaged or no tar file
   */
  static TarMembers of(Path tar, LongConsumer progress) throws IOException {
    try (var in =
        new CountedStream(
            new BufferedInputStream(Files.newInputStream(tar), 1 << 16), position -> {})) {
      TarMembers members = new TarMembers(in, progress);
      try {
        members.walk("", in, 0);
      } catch (IOException | RuntimeException e) {
        throw new DamagedTar(in.position(), e);
      }
      return members;
    }
  }

  /** Says where the reading stopped. */
  static final class DamagedTar extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedTar(long position, Exception cause) {
      super("at byte " + position + ": " + cause.getMessage(), cause);
    }
  }

  private void walk(String above, InputStream stream, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("tar files lie more than " + DEEPEST + " deep in each other");
    }
    // Not closed: the file around it goes on.
    MarkedTar tar = new MarkedTar(stream);
    for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
      if (!e.isCheckSumOK()) {
        throw new IOException("the checksum of a member's header does not fit");
      }
      note(above, e, tar, depth);
      progress.accept(in.position());
    }
    if (!tar.ended) {
      throw new EOFException("it ends without an end mark");
    }
  }

  private void note(String above, TarArchiveEntry entry, InputStream content, int depth)
      throws IOException {
    String path = above + plain(entry.getName());
    if (entry.isLink()) {
      members.put(path, new Member(0, 0, above + plain(entry.getLinkName())));
    } else if (entry.isSymbolicLink()) {
      String folder = path.substring(0, path.lastIndexOf('/') + 1);
      members.put(path, new Member(0, 0, plain(folder + entry.getLinkName())));
    } else if (entry.isSparse()) {
      throw new IOException(path + " is stored with holes; expected it whole");
    } else if (entry.isFile() && TarNames.isTar(path)) {
      walk(path + "/", content, depth + 1);
    } else if (entry.isFile()) {
      members.put(path, new Member(in.position(), entry.getSize(), null));
    }
  }

  /** Without {@code .}, {@code ..} and slashes that say nothing. */
  private static String plain(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /** Paths of all files and links. */
  Set<String> paths() {
    return members.keySet();
  }

  /** Where the bytes of a path are; nothing where it is a link to what is not in the file. */
  Optional<Member> find(String path) {
    Member member = members.get(path);
    for (int i = 0; member != null && member.target != null; i++) {
      member = i < MOST_LINKS ? members.get(member.target) : null;
    }
    return Optional.ofNullable(member);
  }

  /** Tells an end mark, a block of zeros, from a file that ends without one. */
  private static final class MarkedTar extends TarArchiveInputStream {
    private boolean ended;

    MarkedTar(InputStream in) {
      // Lenient: nobody needs to know whose the files were.
      super(in, BLOCKS, BLOCK, "UTF-8", true);
    }

    @Override
    protected boolean isEOFRecord(byte[] block) {
      boolean end = super.isEOFRecord(block);
      ended |= end && block != null;
      return end;
    }
  }
}

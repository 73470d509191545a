package io.cqlai.parquet.internal.parquet.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes bad files of good ones: other bytes, and other claims of footers and of page headers. */
final class Mutation {

  private static final int MOST_EDITS = 8;
  private static final int MOST_BYTES = 64;

  private Mutation() {}

  /** Returns a file that is another, most often. */
  static byte[] of(byte[] file, Random random) {
    try {
      return switch (random.nextInt(4)) {
        case 0 -> footer(file, random);
        case 1 -> page(file, random);
        default -> bytes(file, random);
      };
    } catch (IOException | RuntimeException e) { // no footer to begin with, or none to be written
      return bytes(file, random);
    }
  }

  private static byte[] footer(byte[] file, Random random) throws IOException {
    int edits = 1 + random.nextInt(2);
    return Rewritten.footer(file, footer -> ThriftEdit.apply(footer, random, edits));
  }

  private static byte[] page(byte[] file, Random random) throws IOException {
    List<String> columns =
        FooterReader.read(new MemoryFile(file), ReadFile.NAME).schema().getFields().stream()
            .map(field -> field.getName())
            .toList();
    int skipped = random.nextInt(3);
    int[] seen = new int[1];
    int edits = 1 + random.nextInt(2);
    return Rewritten.page(
        file,
        columns.get(random.nextInt(columns.size())),
        header -> seen[0]++ == skipped,
        header -> ThriftEdit.apply(header, random, edits));
  }

  private static byte[] bytes(byte[] file, Random random) {
    byte[] other = file.clone();
    int edits = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_EDITS);
    for (int left = edits; left > 0 && other.length > 0; left--) {
      int at = random.nextInt(other.length);
      int length = Math.min(1 + random.nextInt(MOST_BYTES), other.length - at);
      switch (random.nextInt(7)) {
        case 0 -> other[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> other[at] = (byte) random.nextInt(256);
        case 2 -> other[at] += (byte) (random.nextBoolean() ? 1 : -1);
        case 3 -> Arrays.fill(other, at, at + length, (byte) (random.nextBoolean() ? 0 : -1));
        case 4 ->
            System.arraycopy(file, random.nextInt(file.length - length + 1), other, at, length);
        case 5 -> other = without(other, at, length);
        default -> other = with(other, at, Arrays.copyOfRange(other, at, at + length));
      }
    }
    return other;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    byte[] rest = Arrays.copyOf(bytes, bytes.length - length);
    System.arraycopy(bytes, at + length, rest, at, rest.length - at);
    return rest;
  }

  private static byte[] with(byte[] bytes, int at, byte[] more) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
    return longer;
  }
}

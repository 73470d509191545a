package io.cqlai.parquet.internal.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  /** Gives a few bytes at a time, as a network does. */
  private static InputStream slow(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 7_001));
      }
    };
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(slow(text), 1 << 24)) {
      while (reader.next()) {
        String line =
            new String(reader.bytes(), reader.start(), reader.length(), StandardCharsets.UTF_8);
        lines.add(reader.line() + ":" + line);
      }
    }
    return lines;
  }

  @Test
  void blankLinesAreCountedAndPassedOver() throws IOException {
    assertThat(lines("a\n\n \t\r\nb\r\n")).containsExactly("1:a", "4:b\r");
    assertThat(lines("a")).containsExactly("1:a");
    assertThat(lines("\n\na\n ")).containsExactly("3:a");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(lines("\ufeffa\n\ufeffb")).containsExactly("1:a", "2:\ufeffb");
    assertThat(lines("\ufeff\na")).containsExactly("2:a");
  }

  @Test
  void linesOfAnyLengthFollowEachOther() throws IOException {
    List<String> wanted = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int[] lengths = {1, 65_535, 65_536, 3, 200_000, 9_000_000, 10, 30_000, 40_000, 50_000, 60_000};
    for (int i = 0; i < lengths.length; i++) {
      String line = String.valueOf((char) ('a' + i)).repeat(lengths[i]);
      text.append(line).append('\n');
      wanted.add((i + 1) + ":" + line);
    }
    assertThat(lines(text.toString())).isEqualTo(wanted);
  }

  @Test
  void aLineThatIsTooLongIsRefused() throws IOException {
    try (LineReader reader = new LineReader(slow("a\n" + "b".repeat(100_001)), 100_000)) {
      assertThat(reader.next()).isTrue();
      assertThatExceptionOfType(LineReader.TooLongException.class).isThrownBy(reader::next);
      assertThat(reader.line()).isEqualTo(2);
    }
    try (LineReader reader = new LineReader(slow("b".repeat(100_000)), 100_000)) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.length()).isEqualTo(100_000);
    }
  }
}

package io.cqlai.parquet.benchmarks.table;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Long texts, which compress about as well as a language does. */
final class WideRows extends Rows {

  private static final int BODY_CHARACTERS = 4_000;
  private static final List<String> SYLLABLES =
      List.of("ka", "ro", "mi", "sel", "tan", "ver", "do", "lin", "qua", "pos", "ten", "ur", "i");

  @Override
  ByteBuffer[] row(long number) {
    SplittableRandom random = random(number);
    return new ByteBuffer[] {
      Cells.ofLong(number), Cells.ofText("text number " + number), Cells.ofText(body(random))
    };
  }

  private static String body(SplittableRandom random) {
    StringBuilder text = new StringBuilder(BODY_CHARACTERS + 16);
    while (text.length() < BODY_CHARACTERS) {
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
      text.append(' ');
    }
    return text.toString();
  }
}

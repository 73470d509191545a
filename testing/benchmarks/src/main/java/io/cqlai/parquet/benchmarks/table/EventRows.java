package io.cqlai.parquet.benchmarks.table;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Events: ten of each user, with two or three properties and a vector of five. */
final class EventRows extends Rows {

  private static final int OF_A_USER = 10;
  private static final int SPACING_MILLIS = 60_000;
  private static final List<String> TYPES = List.of("click", "view", "scroll", "purchase");
  private static final List<String> PAGES = List.of("home", "search", "product", "basket");

  @Override
  ByteBuffer[] row(long number) {
    SplittableRandom random = random(number);
    long user = number / OF_A_USER;
    long time = EPOCH_MILLIS + number % OF_A_USER * SPACING_MILLIS + random.nextInt(1_000);
    return new ByteBuffer[] {
      Cells.ofRandomUuid(random(-1 - user)),
      Cells.ofLong(time),
      Cells.ofText(TYPES.get(random.nextInt(TYPES.size()))),
      properties(random),
      vector(random)
    };
  }

  /** A map's keys are in the order of their type. */
  private static ByteBuffer properties(SplittableRandom random) {
    ByteBuffer button = Cells.ofText("button");
    ByteBuffer buttonName = Cells.ofText("button-" + random.nextInt(40));
    ByteBuffer page = Cells.ofText("page");
    ByteBuffer pageName = Cells.ofText(PAGES.get(random.nextInt(PAGES.size())));
    if (random.nextBoolean()) {
      return Cells.ofCollection(2, button, buttonName, page, pageName);
    }
    ByteBuffer referrer = Cells.ofText("https://example.org/" + random.nextInt(1_000_000));
    return Cells.ofCollection(
        3, button, buttonName, page, pageName, Cells.ofText("referrer"), referrer);
  }

  private static ByteBuffer vector(SplittableRandom random) {
    ByteBuffer[] elements = new ByteBuffer[5];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Cells.ofFloat((float) random.nextDouble());
    }
    return Cells.ofCollection(elements.length, elements);
  }
}

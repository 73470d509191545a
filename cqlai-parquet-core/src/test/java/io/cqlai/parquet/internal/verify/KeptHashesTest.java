package io.cqlai.parquet.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.internal.digest.Hash128;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class KeptHashesTest {

  private static final List<Hash128.Fixed> HASHES =
      List.of(
          new Hash128.Fixed(0, -1),
          new Hash128.Fixed(Long.MIN_VALUE, 7),
          new Hash128.Fixed(-3, Long.MAX_VALUE));

  @Test
  void givesWhatItWasGivenAsOftenAsIsWished() {
    List<String> given = new ArrayList<>();
    HashedRows rows =
        taker -> {
          for (int i = 0; i < 10_000; i++) {
            taker.take(i % 64, HASHES.get(i % 3), HASHES.get(i / 2 % 3));
          }
        };
    rows.each((slice, key, row) -> given.add(slice + " " + key.fixed() + row.fixed()));
    try (KeptHashes kept = KeptHashes.of(rows, "file", () -> {})) {
      for (int reading = 0; reading < 2; reading++) {
        List<String> read = new ArrayList<>();
        kept.each((slice, key, row) -> read.add(slice + " " + key + row));
        assertThat(read).isEqualTo(given);
      }
    }
  }

  @Test
  void failsAsTheRowsFail() {
    assertThatThrownBy(
            () ->
                KeptHashes.of(
                    taker -> {
                      taker.take(1, HASHES.get(0), HASHES.get(1));
                      throw new CancellationException("enough");
                    },
                    "file",
                    () -> {}))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void canBeEndedWhileItIsGoneThrough() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Runnable step =
        () -> {
          if (cancelled.get()) {
            throw new CancellationException("enough");
          }
        };
    HashedRows one = taker -> taker.take(1, HASHES.get(0), HASHES.get(1));
    try (KeptHashes kept = KeptHashes.of(one, "file", step)) {
      kept.each((slice, key, row) -> assertThat(slice).isEqualTo(1));
      cancelled.set(true);
      assertThatThrownBy(() -> kept.each((slice, key, row) -> {}))
          .isInstanceOf(CancellationException.class);
    }
  }
}

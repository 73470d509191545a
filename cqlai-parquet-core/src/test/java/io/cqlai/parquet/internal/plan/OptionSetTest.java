package io.cqlai.parquet.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.CopyTo;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.option.Compression;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionSetTest {

  @Test
  void holdsWhatAStatementAndAProgramSayInTheSameForm() {
    CopyTo parsed =
        (CopyTo)
            Statements.parse(
                "COPY t TO 'x.parquet' WITH COMPRESSION='zstd' AND CHUNKSIZE='50K' AND"
                    + " REQUEST_TIMEOUT='30s'");
    OptionSet told =
        OptionSet.NONE
            .with(CopyOption.COMPRESSION, Compression.ZSTD)
            .with(CopyOption.CHUNKSIZE, 50_000)
            .with(CopyOption.REQUEST_TIMEOUT, Duration.ofSeconds(30).toMillis() + "ms");

    assertThat(told.asMap()).isEqualTo(OptionSet.of(parsed.options()).asMap());
  }

  @Test
  void refusesToSetAnOptionTwice() {
    OptionSet once = OptionSet.NONE.with(CopyOption.CHUNKSIZE, 10);

    assertThatThrownBy(() -> once.with(CopyOption.CHUNKSIZE, 20))
        .hasMessageContaining("CHUNKSIZE is set to 10 already, and cannot be set to 20");
  }

  @Test
  void refusesAValueOutOfItsRangeWithTheRange() {
    assertThatThrownBy(() -> OptionSet.NONE.with(CopyOption.CHUNKSIZE, 0))
        .hasMessageContaining("CHUNKSIZE cannot be 0")
        .hasMessageContaining("from 1 to");
  }

  @Test
  void readsMinusOneAsNoBound() {
    OptionSet options = OptionSet.NONE.with(CopyOption.MAXERRORS, -1);

    assertThat(options.bound(CopyOption.MAXERRORS, 0)).isEqualTo(Long.MAX_VALUE);
    assertThat(OptionSet.NONE.bound(CopyOption.MAXERRORS, 0)).isZero();
  }
}

package io.cqlai.parquet.internal.parquet.write;

import static io.cqlai.parquet.internal.parquet.write.Written.chunk;
import static io.cqlai.parquet.internal.parquet.write.Written.column;
import static io.cqlai.parquet.internal.parquet.write.Written.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.Test;

/** A target that fails at any byte, when it is flushed or when it is closed. */
class FailingTargetTest {

  private static final ParquetMapping MAPPING =
      mapping(Profile.STANDARD, Map.of(), column("k", Scalar.INT));

  private static final ParquetWriteSettings SETTINGS =
      new ParquetWriteSettings(Compression.SNAPPY, null, 64 << 20, 100);

  private static final class Target extends PositionOutputStream implements OutputFile {
    private final long room;
    private final boolean failsToClose;
    private long position;
    private int closed;

    Target(long room, boolean failsToClose) {
      this.room = room;
      this.failsToClose = failsToClose;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      if (position >= room) {
        throw new IOException("No space left on device");
      }
      position++;
    }

    @Override
    public void close() throws IOException {
      closed++;
      if (failsToClose) {
        throw new IOException("close failed");
      }
    }

    @Override
    public PositionOutputStream create(long blockSize) {
      return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return this;
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static long writeTo(Target target) throws IOException {
    List<RowView> rows = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      rows.add(new CellRow(Cells.int32(i)));
    }
    try (ParquetSink sink = ParquetSink.open(target, MAPPING, SETTINGS, Map.of())) {
      sink.write(chunk(rows), (row, column, reason) -> {});
      return sink.finish().bytes();
    }
  }

  @Test
  void aFailureAtAnyByteIsThrownAsItIsAndTheTargetClosedOnce() throws IOException {
    long size = writeTo(new Target(Long.MAX_VALUE, false));
    for (long room = 0; room < size; room += 3) {
      Target full = new Target(room, true);
      assertThatThrownBy(() -> writeTo(full))
          .as("room for %s bytes", room)
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
      assertThat(full.closed).as("room for %s bytes", room).isEqualTo(1);
    }
  }

  @Test
  void aTargetThatFailsToCloseIsAFailure() {
    Target target = new Target(Long.MAX_VALUE, true);
    assertThatThrownBy(() -> writeTo(target)).hasMessage("close failed");
    assertThat(target.closed).isEqualTo(1);
  }

  @Test
  void aTargetIsNotClosedBeforeItsFooterHasBeenChecked() throws IOException {
    Target target = new Target(Long.MAX_VALUE, false);
    try (ParquetSink sink = ParquetSink.open(target, MAPPING, SETTINGS, Map.of())) {
      sink.write(chunk(List.of(new CellRow(Cells.int32(1)))), (row, column, reason) -> {});
      assertThat(target.closed).isZero();
      sink.finish();
      assertThat(target.closed).isEqualTo(1);
    }
    assertThat(target.closed).isEqualTo(1);
  }
}

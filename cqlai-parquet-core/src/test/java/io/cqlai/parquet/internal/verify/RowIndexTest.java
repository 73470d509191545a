package io.cqlai.parquet.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.digest.DigestJson;
import io.cqlai.parquet.internal.digest.Hash128;
import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.internal.digest.RowHasher;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.internal.verify.RowIndex.Found;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowIndexTest {

  private static final List<Column> COLUMNS =
      List.of(new Column("a", CqlType.Scalar.INT, ColumnRole.REGULAR));

  private final RowHasher key =
      new RowHasher(COLUMNS, List.of(KeptPrecision.FULL), IntStream.of(0));
  private final RowHasher row =
      new RowHasher(COLUMNS, List.of(KeptPrecision.FULL), IntStream.of(0));

  @Test
  void findsWhatIsTheSameWhatIsNotAndWhatIsMissing() {
    int rows = 5_000;
    RowIndex index = new RowIndex(rows);
    for (int i = 0; i < rows; i++) {
      at(i, i);
      assertThat(index.add(key, row)).isEqualTo(Found.NOTHING);
    }
    assertThat(index.add(key, row)).as("the last one again").isEqualTo(Found.SAME);
    at(rows - 1, rows);
    assertThat(index.add(key, row)).as("its key with another row").isEqualTo(Found.OTHER);
    for (int i = 0; i < rows; i += 2) {
      at(i, i % 4 == 0 ? i : i + 1);
      assertThat(index.compare(key, row)).isEqualTo(i % 4 == 0 ? Found.SAME : Found.OTHER);
    }
    at(0, 0);
    assertThat(index.compare(key, row)).isEqualTo(Found.AGAIN);
    assertThat(index.unseen()).isEqualTo(rows / 2);
    at(rows, rows);
    assertThat(index.compare(key, row)).isEqualTo(Found.NOTHING);
    Set<Hash128.Fixed> unseen = new HashSet<>();
    index.eachUnseen(rows, unseen::add);
    at(1, 1);
    assertThat(unseen).hasSize(rows / 2).contains(key.fixed());
    List<Hash128.Fixed> some = new ArrayList<>();
    index.eachUnseen(3, some::add);
    assertThat(some).hasSize(3);
  }

  @Test
  void dividesIntoRoundsWhatDoesNotFit() {
    SliceSums counted = new SliceSums(8);
    IntStream.range(0, 20).forEach(i -> add(counted, 0));
    IntStream.range(0, 3).forEach(i -> add(counted, 1));
    IntStream.range(0, 3).forEach(i -> add(counted, 2));
    IntStream.range(0, 9).forEach(i -> add(counted, 5));

    List<Round> rounds = Round.of(List.of(0, 1, 2, 5, 7), counted, 10);

    assertThat(rounds).filteredOn(round -> round.parts() > 1).hasSize(3);
    assertThat(rounds)
        .filteredOn(round -> round.parts() == 1)
        .extracting(round -> List.copyOf(round.slices()))
        .containsExactly(List.of(1, 2), List.of(5, 7));
    for (int i = 0; i < 1_000; i++) {
      at(i, i);
      assertThat(rounds.stream().filter(round -> round.has(0, key)).count()).isEqualTo(1);
    }
  }

  private static void add(SliceSums counted, int slice) {
    String one = "{'version': 1, 'slices': 8, 'bySlice': {'" + slice + "': [1, '01']}}";
    counted.addAll(DigestJson.read(one.replace('\'', '"')).sums());
  }

  private void at(int keyValue, int rowValue) {
    key.hash(new CellRow(ByteBuffer.allocate(4).putInt(0, keyValue)));
    row.hash(new CellRow(ByteBuffer.allocate(4).putInt(0, rowValue)));
  }
}

package io.cqlai.parquet.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.RowSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;

class RowDigestsTest {

  @Test
  void stays() {
    assertThat(digest(List.of("a", "b"), row("x", null)))
        .as("a new form, hash or order of columns needs another version of DigestJson")
        .isEqualTo("3358e6c4878fd85cfafc374df366a5fb");
  }

  @Test
  void doesNotDependOnTheOrderOfColumns() {
    assertThat(digest(List.of("a", "b"), row("x", "y")))
        .isEqualTo(digest(List.of("b", "a"), row("y", "x")))
        .isNotEqualTo(digest(List.of("a", "b"), row("y", "x")))
        .isNotEqualTo(digest(List.of("a", "c"), row("x", "y")));
  }

  @Test
  void tellsNullFromEmptyAndCellsFromEachOther() {
    List<String> columns = List.of("a", "b");
    assertThat(
            Stream.of(
                    row("x", null),
                    row("x", ""),
                    row(null, "x"),
                    row("", "x"),
                    row(null, null),
                    row("xy", "z"),
                    row("x", "yz"))
                .map(row -> digest(columns, row)))
        .doesNotHaveDuplicates();
  }

  @Test
  void leavesOutWhatWasRejected() {
    DigestCounter all = digests(List.of("a")).counter();
    all.add(chunk(row("x"), row("y")));
    all.leavingOut((row, column, reason) -> {}).rejected(row("y"), 0, "");
    assertThat(all.sums().total().hex(0)).isEqualTo(digest(List.of("a"), row("x")));
    assertThat(all.sums().rows()).isEqualTo(1);
  }

  @Test
  void findsTheSlicesOfRowsInOrder() {
    Slicing byLength =
        new Slicing() {
          @Override
          public int count() {
            return 9;
          }

          @Override
          public int of(RowView row) {
            return row.cell(0).remaining();
          }
        };
    RowDigests digests =
        new RowDigests(
            digests(List.of("a")).rows(), List.of(KeptPrecision.FULL), List.of("a"), byLength);
    for (String lengths : List.of("", "3", "33", "0000008", "0112223333", "555556666677788888")) {
      RowChunk rows =
          chunk(
              lengths
                  .chars()
                  .mapToObj(digit -> row("x".repeat(digit - '0')))
                  .toArray(RowView[]::new));
      DigestCounter inOrder = digests.counter();
      inOrder.addInOrder(rows);
      DigestCounter any = digests.counter();
      any.add(rows);
      assertThat(inOrder.sums().rows()).as(lengths).isEqualTo(lengths.length());
      assertThat(inOrder.sums().differences(any.sums())).as(lengths).isEmpty();
    }
  }

  private static String digest(List<String> columns, RowView... rows) {
    DigestCounter counter = digests(columns).counter();
    counter.add(chunk(rows));
    return counter.sums().total().hex(0);
  }

  private static RowDigests digests(List<String> columns) {
    RowSchema schema =
        new RowSchema(
            columns.stream()
                .map(name -> new Column(name, CqlType.Scalar.TEXT, ColumnRole.REGULAR))
                .toList());
    return new RowDigests(
        schema, Collections.nCopies(columns.size(), KeptPrecision.FULL), List.of(), Slicing.NONE);
  }

  private static RowChunk chunk(RowView... rows) {
    return new RowChunk(List.of(rows), 0, 0);
  }

  private static RowView row(@Nullable String... cells) {
    return new CellRow(
        Stream.of(cells)
            .map(
                text ->
                    text == null ? null : ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
            .toArray(ByteBuffer[]::new));
  }
}

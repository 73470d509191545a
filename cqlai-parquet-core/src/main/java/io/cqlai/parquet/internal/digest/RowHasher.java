package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/**
 * Hashes rows to 128 bits: the names of the columns, and the canonical forms of the cells with
 * their lengths, in the order of the columns' names. It is the hash of the latest row itself. Used
 * by one thread at a time.
 */
public final class RowHasher implements Hash128 {

  private static final long NULL = -1;

  private final int[] cells;
  private final CanonicalForm[] forms;
  private final long names;
  private final WordHash hash = new WordHash();
  private final CellWriter out = new CellWriter();

  /**
   * Makes a hasher of some of a row's cells.
   *
   * @param columns the columns of the rows
   * @param kept what the other side keeps of each of them
   * @param counted the positions of those that count
   */
  public RowHasher(List<Column> columns, List<KeptPrecision> kept, IntStream counted) {
    this.cells =
        counted
            .boxed()
            .sorted(Comparator.comparing(cell -> columns.get(cell).name()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.forms = new CanonicalForm[cells.length];
    hash.begin(0);
    for (int i = 0; i < cells.length; i++) {
      Column column = columns.get(cells[i]);
      forms[i] = CanonicalForms.ofCell(column.type(), kept.get(cells[i]));
      hash.add(ByteBuffer.wrap(column.name().getBytes(StandardCharsets.UTF_8)));
    }
    hash.end();
    this.names = hash.low();
  }

  /** Hashes a row; {@link #high()} and {@link #low()} give the halves. */
  public void hash(RowView row) {
    hash.begin(names);
    for (int i = 0; i < cells.length; i++) {
      add(forms[i], row.cell(cells[i]));
    }
    hash.end();
  }

  private void add(CanonicalForm form, @Nullable ByteBuffer cell) {
    if (cell == null) {
      hash.add(NULL);
    } else if (form == CanonicalForm.UNLESS_EMPTY && cell.hasRemaining()
        || form == CanonicalForm.AS_IT_IS) {
      hash.add(cell); // by far the most, and not copied
    } else {
      out.reset();
      if (form.put(cell, out)) {
        hash.add(out.view());
      } else {
        hash.add(NULL);
      }
    }
  }

  @Override
  public long high() {
    return hash.high();
  }

  @Override
  public long low() {
    return hash.low();
  }
}

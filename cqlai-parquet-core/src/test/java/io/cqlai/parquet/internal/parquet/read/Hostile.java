package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.CqlType;
import java.util.Map;
import java.util.Set;

/** What may become of a file that nobody can be sure of. */
final class Hostile {

  private static final Set<ErrorCode> REFUSALS =
      Set.of(
          ErrorCode.NOT_PARQUET,
          ErrorCode.CORRUPT_FILE,
          ErrorCode.ENCRYPTED_FILE,
          ErrorCode.UNSUPPORTED_FILE,
          ErrorCode.OUT_OF_MEMORY,
          ErrorCode.NO_SUCH_COLUMN,
          ErrorCode.TYPE_MISMATCH);

  private Hostile() {}

  /**
   * Reads a file; fails unless that ends in rows, or in an error that names the file and was found
   * by looking at it.
   *
   * @param what what is wrong with the file
   * @return whether it was refused
   */
  static boolean readOrRefused(String what, byte[] file) {
    return readOrRefused(what, file, SampleFile.COLUMNS);
  }

  /**
   * Reads a file as {@link #readOrRefused(String, byte[])} does.
   *
   * @param columns the fields that are read, and what each is to become
   */
  static boolean readOrRefused(String what, byte[] file, Map<String, CqlType> columns) {
    TransferException refusal;
    try {
      ReadFile.read(file, columns, Hostile::touch);
      return false;
    } catch (TransferException e) {
      refusal = e;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what + ": " + e, e);
    }
    assertThat(refusal.code()).as("%s: %s", what, refusal.getMessage()).isIn(REFUSALS);
    assertThat(refusal.getMessage()).as(what).contains(ReadFile.NAME);
    for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Error || cause instanceof NegativeArraySizeException) {
        throw new AssertionError(what + ": memory was taken before a size was checked", refusal);
      }
    }
    return true;
  }

  private static void touch(RowView row) {
    for (int i = 0; i < row.size(); i++) {
      row.cell(i);
    }
  }
}

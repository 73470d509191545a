package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.page.ColumnChunk;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.spi.RejectedRows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file whose footer was read and checked. It holds no stream: each reader of a row group
 * opens its own, so that row groups can be read by several threads at once.
 */
public final class ParquetSource {

  private final InputFile file;
  private final String name;
  private final Footer footer;

  private ParquetSource(InputFile file, String name, Footer footer) {
    this.file = file;
    this.name = name;
    this.footer = footer;
  }

  /**
   * Reads the footer of a file.
   *
   * @param name the file's path or URI, for messages
   * @throws TransferException NO_SUCH_FILE, NOT_PARQUET, CORRUPT_FILE, ENCRYPTED_FILE,
   *     UNSUPPORTED_FILE, OUT_OF_MEMORY where the footer is too large for the heap, STORAGE_FAILED
   */
  public static ParquetSource open(InputFile file, String name) {
    try {
      return new ParquetSource(file, name, FooterReader.read(file, name));
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw TransferException.of(ErrorCode.NO_SUCH_FILE, "There is no such file", "Check the path")
          .at(Place.file(name))
          .causedBy(e);
    } catch (IOException e) {
      throw storageFailed(e, Place.file(name));
    }
  }

  /** Returns the error of a file that cannot be read any more. */
  static TransferException storageFailed(IOException cause, Place place) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Reading the file failed: " + cause,
            "Look after the storage, then run it again")
        .at(place)
        .causedBy(cause)
        .thatMayPass();
  }

  /** Returns the same for a failure that a cursor met. */
  static TransferException storageFailed(UncheckedIOException cause, Place place) {
    return storageFailed(Objects.requireNonNull(cause.getCause()), place);
  }

  /** Returns the file's path or URI, for messages. */
  public String name() {
    return name;
  }

  /** Tells whether another file has the same schema: the same fields, of the same types. */
  public boolean hasSchemaOf(ParquetSource other) {
    return schema().equals(other.schema());
  }

  /**
   * Returns in what the file first differs from rows that are to be added to it, as half a
   * sentence; empty where it does not.
   */
  public Optional<String> differenceFrom(ParquetMapping rows) {
    return SchemaDifference.between(schema(), rows.messageType());
  }

  /**
   * Checks that all row groups can be taken over as they are.
   *
   * @throws TransferException ENCRYPTED_FILE where a column is encrypted
   */
  public void checkCopyable() {
    for (Footer.RowGroup group : footer.rowGroups()) {
      if (group.columns().contains(null)) {
        throw FooterReader.encrypted().at(Place.file(name));
      }
    }
  }

  /** Returns the columns, in their order in the file. */
  public List<FileColumn> columns() {
    return schema().getFields().stream()
        .map(field -> new FileColumn(field.getName(), TypeText.of(field)))
        .toList();
  }

  /** Returns how many row groups there are. */
  public int rowGroups() {
    return footer.rowGroups().size();
  }

  /** Returns how many rows there are in all. */
  public long rows() {
    return footer.rows();
  }

  /**
   * Returns how many rows a row group has.
   *
   * @param rowGroup from 0
   */
  public long rows(int rowGroup) {
    return footer.rowGroups().get(rowGroup).rows();
  }

  /** Returns the key-value metadata. */
  public Map<String, String> metadata() {
    return footer.keyValues();
  }

  /**
   * Maps the file's columns to those of a table, and checks that the needed ones can be read.
   *
   * @param targets at least one
   * @param conversion which conversions may be made
   * @throws TransferException NO_SUCH_COLUMN, TYPE_MISMATCH, ENCRYPTED_FILE where a column that is
   *     needed is encrypted, UNSUPPORTED_FILE where it is compressed with an unknown codec
   */
  public ImportMapping map(List<Target> targets, Conversion conversion) {
    return map(targets, conversion, PartNulls.AS_SERVERS_TAKE_THEM);
  }

  /**
   * Maps the file's columns to those of a table, to compare values rather than to load them: with
   * all conversions, and with nulls also where no server takes them.
   *
   * @param targets at least one
   * @throws TransferException as {@link #map(List, Conversion)}
   */
  public ImportMapping mapToCompare(List<Target> targets) {
    return map(targets, Conversion.LENIENT, PartNulls.KEPT);
  }

  private ImportMapping map(List<Target> targets, Conversion conversion, PartNulls nulls) {
    ImportMapping mapping;
    try {
      mapping = ImportMapping.of(schema(), targets, conversion, nulls);
    } catch (TransferException e) {
      throw e.at(Place.file(name));
    }
    checkReadable(mapping.leaves());
    return mapping;
  }

  /**
   * Opens the rows of a row group.
   *
   * @param rowGroup from 0
   * @param mapping one that {@link #map} gave for this file, or for one of the same schema
   * @param losses counts what values lose
   * @param rejected is told of the rows that cannot become rows of the table
   * @throws TransferException STORAGE_FAILED when the file cannot be opened
   */
  public RowGroupReader openRowGroup(
      int rowGroup,
      ImportMapping mapping,
      ReadLimits limits,
      LossCounters losses,
      RejectedRows rejected) {
    if (!mapping.isFor(schema())) {
      throw new IllegalArgumentException("the mapping was made for another schema: " + name);
    }
    Place place = Place.file(name).inRowGroup(rowGroup);
    Footer.RowGroup group = footer.rowGroups().get(rowGroup);
    try {
      RowGroupColumns columns = RowGroupColumns.open(file, group, mapping.leaves(), limits, place);
      return new RowGroupReader(columns, mapping, limits, losses, rejected);
    } catch (IOException e) {
      throw storageFailed(e, place);
    }
  }

  MessageType schema() {
    return footer.schema();
  }

  Footer footer() {
    return footer;
  }

  InputFile file() {
    return file;
  }

  /**
   * Checks that columns can be read in every row group.
   *
   * @param leaves the numbers of the columns in the schema
   */
  void checkReadable(int[] leaves) {
    for (Footer.RowGroup group : footer.rowGroups()) {
      for (int leaf : leaves) {
        ColumnChunk chunk = group.columns().get(leaf);
        if (chunk == null) {
          throw FooterReader.encrypted().at(Place.file(name));
        }
        if (chunk.codec() == CompressionCodecName.BROTLI) {
          throw TransferException.of(
                  ErrorCode.UNSUPPORTED_FILE,
                  "Column '" + String.join(".", chunk.path()) + "' is compressed with BROTLI",
                  "Write the file with ZSTD, SNAPPY, GZIP, LZ4_RAW or without compression")
              .at(Place.file(name));
        }
      }
    }
  }
}

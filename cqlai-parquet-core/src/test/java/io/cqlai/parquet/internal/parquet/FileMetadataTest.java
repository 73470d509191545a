package io.cqlai.parquet.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;

class FileMetadataTest {

  private static final CqlType INNER =
      new CqlType.UserDefined(
          "Ks", "inner type", List.of(new CqlType.Field("x", Scalar.DECIMAL)), true);
  private static final CqlType OUTER =
      new CqlType.UserDefined(
          "Ks",
          "outer",
          List.of(
              new CqlType.Field("An y", new CqlType.ListOf(INNER, true)),
              new CqlType.Field("b", Scalar.TEXT)),
          false);
  private static final RowSchema ROWS =
      new RowSchema(
          List.of(
              new Column("k", Scalar.INT, ColumnRole.PARTITION_KEY),
              new Column("odd \"name\"", OUTER, ColumnRole.REGULAR),
              new Column("v", new CqlType.VectorOf(Scalar.FLOAT, 3), ColumnRole.STATIC),
              new Column(
                  "m",
                  new CqlType.MapOf(Scalar.TEXT, new CqlType.TupleOf(List.of(INNER)), false),
                  ColumnRole.REGULAR)));
  private static final List<String> TYPES =
      List.of(
          "CREATE TYPE \"Ks\".\"inner type\" (x decimal)",
          "CREATE TYPE \"Ks\".outer (\"An y\" frozen<list<frozen<\"inner type\">>>, b text)");
  private static final TableSchema TABLE =
      new TableSchema("Ks", "t", ROWS, true, false, TYPES, "CREATE TABLE \"Ks\".t (…)");

  private static Map<String, String> written(
      @Nullable TableSchema table, Map<String, String> added) {
    ParquetMapping mapping = ParquetMapping.of(ROWS, table, Profile.STANDARD, Map.of());
    return FileMetadata.forExport(table, "SELECT * FROM t", mapping, added);
  }

  @Test
  void aTableComesBackWhole() {
    Map<String, String> keyValues = written(TABLE, Map.of("owner", "me"));
    assertThat(keyValues)
        .containsEntry("owner", "me")
        .containsOnlyKeys(
            "owner", "cqlai.cql.schema", "cqlai.query", "cqlai.mapping", "cqlai.version");
    FileMetadata read = FileMetadata.read(keyValues).orElseThrow();
    assertThat(read.keyspace()).isEqualTo("Ks");
    assertThat(read.table()).isEqualTo("t");
    assertThat(read.counters()).isTrue();
    assertThat(read.rows()).isEqualTo(ROWS);
    assertThat(read.createTypes()).isEqualTo(TYPES);
    assertThat(read.createTable()).isEqualTo(TABLE.createTable());
    assertThat(read.query()).isEqualTo("SELECT * FROM t");
    assertThat(read.mapping())
        .containsEntry("k", "INT32")
        .containsEntry("odd \"name\"", "GROUP<An y LIST<GROUP<x DECIMAL(38,18)>>, b STRING>");
    assertThat(read.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void aQuerysResultNamesItsTypesAndNoTable() {
    FileMetadata read = FileMetadata.read(written(null, Map.of())).orElseThrow();
    assertThat(read.keyspace()).isNull();
    assertThat(read.table()).isNull();
    assertThat(read.createTable()).isNull();
    assertThat(read.createTypes()).isEqualTo(TYPES);
    assertThat(read.rows()).isEqualTo(ROWS);
  }

  @Test
  void aKeyOfOursCannotBeAdded() {
    assertThatThrownBy(() -> written(TABLE, Map.of("cqlai.mine", "x")))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("METADATA has a key 'cqlai.mine'")
        .extracting(e -> ((TransferException) e).code())
        .isEqualTo(ErrorCode.BAD_OPTION);
  }

  @Test
  void aFileOfOthersSaysNothing() {
    assertThat(FileMetadata.read(Map.of("pandas", "{}"))).isEmpty();
  }

  @Test
  void metadataThatLiesIsAnError() {
    for (String wrong :
        List.of(
            "",
            "no json",
            "[]",
            "{}",
            "{\"columns\":[{\"name\":\"a\",\"type\":\"list<\",\"role\":\"REGULAR\"}]}",
            "{\"columns\":[{\"name\":\"a\",\"type\":\"nope\",\"role\":\"REGULAR\"}]}",
            "{\"columns\":[{\"name\":\"a\",\"type\":\"int\",\"role\":\"KING\"}]}",
            "{\"columns\":[{\"type\":\"int\",\"role\":\"REGULAR\"}]}",
            "{\"createTypes\":[\"DROP TABLE x\"],\"columns\":[]}",
            "[".repeat(100_000))) {
      Map<String, String> keyValues = new HashMap<>(written(TABLE, Map.of()));
      keyValues.put("cqlai.cql.schema", wrong);
      assertThatThrownBy(() -> FileMetadata.read(keyValues))
          .as(wrong.substring(0, Math.min(80, wrong.length())))
          .isInstanceOf(TransferException.class)
          .hasMessageStartingWith("The file's metadata key cqlai.cql.schema is not as")
          .extracting(e -> ((TransferException) e).code())
          .isEqualTo(ErrorCode.CORRUPT_FILE);
    }
  }
}

package io.cqlai.parquet.internal.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.RowSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

  private static final RowSchema ROWS =
      new RowSchema(List.of(new Column("Key \"1\"", CqlType.Scalar.INT, ColumnRole.PARTITION_KEY)));

  private static final ExportReport REPORT =
      new ExportReport(
          "shop.users",
          3,
          3,
          0,
          0,
          110,
          2,
          List.of("users/part-00000.parquet", "users/part-00001.parquet"),
          "LOCAL_QUORUM",
          Instant.EPOCH,
          Instant.EPOCH.plusSeconds(1),
          List.of(),
          List.of(new Loss("n", "digits", 2)),
          1,
          Optional.empty());

  @Test
  void whatIsWrittenIsRead() {
    Manifest manifest =
        new Manifest(
            List.of(
                new DataFile("part-00000.parquet", 2, 60, "0011aabb"),
                new DataFile("part-00001.parquet", 1, 50, "ffffffff")),
            Optional.of(new FileDigest(List.of("k"), new SliceSums(4))));

    String text = manifest.write(REPORT, "SELECT \"Key \"\"1\"\"\" FROM shop.users", ROWS);

    assertThat(text)
        .contains("\"subject\" : \"shop.users\"")
        .contains("\"role\" : \"partition_key\"")
        .contains("\"consistency\" : \"LOCAL_QUORUM\"")
        .doesNotContain("users/part-00000"); // a directory may be moved
    Manifest read = Manifest.read(text);
    assertThat(read.files()).isEqualTo(manifest.files());
    assertThat(read.digest().orElseThrow().isLike(manifest.digest().orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"version\": 2, \"files\": []}",
        "{\"version\": 1}",
        "{\"version\": 1, \"files\": []}",
        "{\"version\": 1, \"files\": [{\"name\": \"a\", \"rows\": 1}]}",
        "{\"version\": 1, \"files\": [{\"name\": \"../up.parquet\"}]}",
        "{\"version\": 1, \"files\": [{\"name\": \"/etc/passwd\"}]}",
        "{\"version\": 1, \"files\": [{\"name\": \".hidden\"}]}",
        "{\"version\": 1, \"files\": [{\"name\": \"a\", \"rows\": 1, \"bytes\": 1},"
            + " {\"name\": \"a\", \"rows\": 1, \"bytes\": 1}]}",
        "{\"version\": 1, \"files\": [{\"name\": \"a\", \"rows\": 1, \"bytes\": 1}],"
            + " \"digest\": {\"version\": 1, \"slices\": -1}}"
      })
  void whatIsNoManifestIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Manifest.read(text));
  }
}

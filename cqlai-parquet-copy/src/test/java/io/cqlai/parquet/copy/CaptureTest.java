package io.cqlai.parquet.copy;

import static io.cqlai.parquet.copy.CaptureMode.APPEND;
import static io.cqlai.parquet.copy.CaptureMode.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAPTURE 'x' FORMAT='PARQUET' COMPRESSION='ZSTD'",
        "capture parquet 'x' with compression=zstd;",
        "CAPTURE PARQUET 'x' COMPRESSION='ZSTD'",
        "CAPTURE 'x'\n  WITH FORMAT='PARQUET' AND COMPRESSION='ZSTD'",
        "CAPTURE 'x' FORMAT = PARQUET -- and\n AND COMPRESSION = 'ZSTD'"
      })
  void readsItsFormsAsOne(String text) {
    CaptureStart capture = (CaptureStart) Statements.parse(text);

    assertThat(capture.target()).isEqualTo("x");
    assertThat(capture.modes()).isEmpty();
    assertThat(capture.options().toString()).isEqualTo("{FORMAT=PARQUET, COMPRESSION=ZSTD}");
  }

  @Test
  void readsTheWordsBeforeThePath() {
    assertThat(modes("CAPTURE APPEND 'x'")).containsExactly(APPEND);
    assertThat(modes("CAPTURE silent 'x'")).containsExactly(SILENT);
    assertThat(modes("CAPTURE SILENT APPEND PARQUET 'x'")).containsExactly(APPEND, SILENT);
  }

  @Test
  void readsTheEndAndTheQuestion() {
    assertThat(Statements.parse("capture off;")).isEqualTo(new CaptureOff());
    assertThat(Statements.parse("CAPTURE")).isEqualTo(new CaptureStatus());
    assertThat(Statements.parse("CAPTURE ; -- what?")).isEqualTo(new CaptureStatus());
  }

  @Test
  void tellsWhatIsASelect() {
    assertThat(Statements.isSelect("-- all\n select * FROM t")).isTrue();
    assertThat(Statements.isSelect("\"select\"")).isFalse();
    assertThat(Statements.isSelect("INSERT INTO t JSON '{}'")).isFalse();
    assertThat(Statements.isSelect("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT * FROM t", "select a, \"limit\" AS b from ks.t ALLOW FILTERING; WHERE"})
  void tellsWhatReadsAWholeTable(String text) {
    assertThat(Statements.readsWholeTable(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t WHERE a = 1",
        "SELECT count(*) FROM t",
        "SELECT * FROM t limit 5",
        "SELECT DISTINCT a FROM t",
        "UPDATE t SET a = 1"
      })
  void tellsWhatReadsLessThanATable(String text) {
    assertThat(Statements.readsWholeTable(text)).isFalse();
  }

  private static Set<CaptureMode> modes(String text) {
    return ((CaptureStart) Statements.parse(text)).modes();
  }
}

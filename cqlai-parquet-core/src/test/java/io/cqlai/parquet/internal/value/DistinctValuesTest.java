package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.schema.CqlType;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {

  private final CellWriter out = new CellWriter();

  private int put(DistinctValues distinct, String text, CqlType.Scalar type) throws UnfitValue {
    int from = out.size();
    ScalarParser.put(type, text, out);
    return distinct.indexOfEqual(out, from);
  }

  @Test
  void tellsTheLatestEqualValue() throws UnfitValue {
    DistinctValues distinct = new DistinctValues(CqlType.Scalar.TEXT);
    for (int round = 0; round < 3; round++) {
      distinct.begin();
      for (int i = 0; i < 1_000; i++) {
        assertThat(put(distinct, "value " + i, CqlType.Scalar.TEXT)).isEqualTo(-1);
      }
      assertThat(put(distinct, "value 999", CqlType.Scalar.TEXT)).isEqualTo(999);
      assertThat(put(distinct, "value 0", CqlType.Scalar.TEXT)).isZero();
      assertThat(put(distinct, "value 0", CqlType.Scalar.TEXT)).isEqualTo(1_001);
      assertThat(distinct.text()).isEqualTo("value 0");
    }
  }

  @Test
  void numbersAreEqualWhateverTheirScale() throws UnfitValue {
    DistinctValues distinct = new DistinctValues(CqlType.Scalar.DECIMAL);
    for (int round = 0; round < 3; round++) {
      distinct.begin();
      for (int i = 0; i < 100; i++) {
        assertThat(put(distinct, i + ".50", CqlType.Scalar.DECIMAL)).isEqualTo(-1);
      }
      assertThat(put(distinct, "7.5", CqlType.Scalar.DECIMAL)).isEqualTo(7);
      assertThat(put(distinct, "7.500", CqlType.Scalar.DECIMAL)).isEqualTo(100);
      assertThat(distinct.text()).isEqualTo("7.500");
      assertThat(put(distinct, "99.5", CqlType.Scalar.DECIMAL)).isEqualTo(99);
    }
  }
}

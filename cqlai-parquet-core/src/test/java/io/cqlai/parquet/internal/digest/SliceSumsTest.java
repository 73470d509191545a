package io.cqlai.parquet.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliceSumsTest {

  private final SliceSums sums = new SliceSums(4);

  @Test
  void doesNotDependOnTheOrderOfRows() {
    SliceSums other = new SliceSums(4);
    sums.add(1, 1, 5, -1);
    sums.add(1, 1, -7, 3);
    other.add(1, 1, -7, 3);
    assertThat(sums.differences(other)).containsExactly(1);
    other.add(1, 1, 5, -1);
    assertThat(sums.differences(other)).isEmpty();
  }

  @Test
  void countsARowThatComesTwiceTwice() {
    SliceSums once = new SliceSums(4);
    once.add(0, 1, 5, 6);
    sums.add(0, 1, 5, 6);
    sums.add(0, 1, 5, 6);
    assertThat(sums.differences(once)).containsExactly(0);
    assertThat(sums.rows()).isEqualTo(2);
  }

  @Test
  void carriesFromOneHalfToTheOther() {
    sums.add(2, 1, 0, -1);
    sums.add(2, 1, 0, 2);
    assertThat(sums.hex(2)).isEqualTo("00000000000000010000000000000001");
    sums.remove(2, 0, 2);
    assertThat(sums.hex(2)).isEqualTo("0000000000000000ffffffffffffffff");
    assertThat(sums.rows(2)).isEqualTo(1);
  }

  @Test
  void isTheSameBeforeAndAfterJson() {
    sums.add(0, 3, Long.MIN_VALUE, -1);
    sums.add(3, 7, 1, 0);
    FileDigest digest = new FileDigest(List.of("a", "Bé"), sums);
    FileDigest read = DigestJson.read(DigestJson.write(digest));
    assertThat(read.partitionKey()).containsExactly("a", "Bé");
    assertThat(read.sums().differences(sums)).isEmpty();
    assertThat(read.sums().total().hex(0)).isEqualTo(sums.total().hex(0));
    assertThat(read.isLike(digest)).isTrue();
  }

  @Test
  void refusesWhatIsNoDigest() {
    for (String text :
        List.of(
            "",
            "x",
            "{}",
            "{\"version\":2,\"slices\":1}",
            "{\"version\":1,\"slices\":0}",
            "{\"version\":1,\"slices\":1,\"bySlice\":{\"1\":[1,\"00\"]}}",
            "{\"version\":1,\"slices\":1,\"bySlice\":{\"0\":[1,\"zz\"]}}")) {
      assertThatThrownBy(() -> DigestJson.read(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void knowsADigestOfALaterVersion() {
    assertThat(DigestJson.laterVersion("{\"version\":2}")).hasValue(2);
    assertThat(DigestJson.laterVersion(DigestJson.write(new FileDigest(List.of(), sums))))
        .isEmpty();
    assertThat(DigestJson.laterVersion("{}")).isEmpty();
    assertThat(DigestJson.laterVersion("")).isEmpty();
    assertThat(DigestJson.laterVersion("x")).isEmpty();
  }
}

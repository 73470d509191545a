package io.cqlai.parquet.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyRemediesTest {

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void noRemedyNamesAnOption(ErrorCode code) {
    for (CopyOption option : CopyOption.values()) {
      TransferException failure =
          TransferException.of(code, "It failed", "Raise " + option + ", or say " + option + "=1")
              .at(Place.file("users.parquet"))
              .thatMayPass();
      TransferException told = VerifyRemedies.of(failure);
      assertThat(told)
          .hasMessageStartingWith(Place.file("users.parquet").prefix() + "It failed. ")
          .hasMessageEndingWith(told.remedy())
          .hasMessageNotContaining(option.name() + ",")
          .hasMessageNotContaining(option.name() + "=");
      assertThat(told.code()).isEqualTo(code);
      assertThat(told.retryable()).isTrue();
      assertThat(told.getStackTrace()).isEqualTo(failure.getStackTrace());
    }
  }

  @Test
  void otherRemediesStay() {
    TransferException failure =
        TransferException.of(ErrorCode.CORRUPT_FILE, "A page is damaged", "Export the file again");
    assertThat(VerifyRemedies.of(failure)).isSameAs(failure);
  }

  @Test
  void whatWasAddedToAFailureStays() {
    TransferException failure =
        TransferException.of(ErrorCode.SERVER_TIMEOUT, "It timed out", "Lower PAGESIZE")
            .adding("It was tried 10 times");
    assertThat(VerifyRemedies.of(failure))
        .hasMessageStartingWith("It timed out. Look after the cluster")
        .hasMessageEndingWith(". It was tried 10 times");
    assertThat(TransferException.of(ErrorCode.INTERNAL, "It failed", "").withRemedy("Run again"))
        .hasMessage("It failed. Run again");
  }
}

package io.cqlai.parquet.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightTest {

  @Test
  void takesNoMoreRequestsThanTheBound() {
    InFlight inFlight = new InFlight(4, 100);
    for (int i = 0; i < 4; i++) {
      assertThat(inFlight.hasRoom(1)).isTrue();
      inFlight.take(1);
    }

    assertThat(inFlight.hasRoom(1)).isFalse();
    assertThat(inFlight.requests()).isEqualTo(4);
  }

  @Test
  void takesNoMoreBytesThanTheBound() {
    InFlight inFlight = new InFlight(4, 100);
    inFlight.take(60);

    assertThat(inFlight.hasRoom(40)).isTrue();
    assertThat(inFlight.hasRoom(41)).isFalse();
  }

  @Test
  void aRequestOfAnySizeMayGoAlone() {
    assertThat(new InFlight(4, 100).hasRoom(1_000_000)).isTrue();
  }

  @Test
  void wakesWhenAQuarterOfTheRequestsIsFree() {
    InFlight inFlight = new InFlight(4, 100);
    for (int i = 0; i < 4; i++) {
      inFlight.take(1);
    }
    CompletableFuture<Void> room = inFlight.room(1).toCompletableFuture();

    inFlight.giveBack(1);
    assertThat(room).isNotDone();
    inFlight.giveBack(1);
    assertThat(room).isDone();
  }

  @Test
  void wakesALargeRequestWhenNothingElseIsInFlight() {
    InFlight inFlight = new InFlight(4, 100);
    inFlight.take(10);
    CompletableFuture<Void> room = inFlight.room(1_000).toCompletableFuture();
    assertThat(room).isNotDone();

    inFlight.giveBack(10);

    assertThat(room).isDone();
    assertThat(inFlight.hasRoom(1_000)).isTrue();
  }

  @Test
  void isEmptyAtOnceOrWithTheLastAnswer() {
    InFlight inFlight = new InFlight(4, 100);
    assertThat(inFlight.empty().toCompletableFuture()).isDone();

    inFlight.take(1);
    inFlight.take(1);
    CompletableFuture<Void> empty = inFlight.empty().toCompletableFuture();
    inFlight.giveBack(1);
    assertThat(empty).isNotDone();
    inFlight.giveBack(1);
    assertThat(empty).isDone();
  }

  @Test
  void halvesWhatMayBeOpenWhenTheServerDoesNotKeepUpAndClimbsAgain() {
    InFlight inFlight = new InFlight(8, 1_000);
    inFlight.overloaded();
    inFlight.overloaded(); // at the same time as the first: counts once
    for (int i = 0; i < 4; i++) {
      assertThat(inFlight.hasRoom(1)).isTrue();
      inFlight.take(1);
    }
    assertThat(inFlight.hasRoom(1)).isFalse();

    for (int i = 0; i < 4; i++) {
      inFlight.succeeded();
    }

    assertThat(inFlight.hasRoom(1)).isTrue();
    inFlight.take(1);
    assertThat(inFlight.hasRoom(1)).isFalse();
  }

  @Test
  void fewFailuresAmongManySuccessesLeaveTheBoundAsItIs() {
    InFlight inFlight = new InFlight(8, 1_000);
    for (int i = 0; i < 9; i++) {
      inFlight.succeeded();
    }
    inFlight.overloaded();

    for (int i = 0; i < 8; i++) {
      assertThat(inFlight.hasRoom(1)).isTrue();
      inFlight.take(1);
    }
  }

  @Test
  void aPausedRequestLeavesItsPlaceAndNotItsBytes() {
    InFlight inFlight = new InFlight(1, 100);
    inFlight.take(60);
    assertThat(inFlight.hasRoom(1)).isFalse();

    inFlight.pause();
    assertThat(inFlight.hasRoom(40)).isTrue();
    assertThat(inFlight.hasRoom(41)).isFalse();
    assertThat(inFlight.requests()).isEqualTo(1);
    CompletableFuture<Void> empty = inFlight.empty().toCompletableFuture();
    assertThat(empty).isNotDone();

    inFlight.goOn();
    assertThat(inFlight.hasRoom(1)).isFalse();
    inFlight.giveBack(60);
    assertThat(empty).isDone();
  }

  @Test
  void notAnyNumberOfRequestsMayPause() {
    InFlight inFlight = new InFlight(1, 100);
    for (int i = 0; i < 4; i++) {
      assertThat(inFlight.hasRoom(1)).isTrue();
      inFlight.take(1);
      inFlight.pause();
    }
    assertThat(inFlight.hasRoom(1)).isFalse();
  }
}

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
  void aPausedRequestThatDoesNotComeBackIsWaitedForNoLonger() {
    InFlight inFlight = new InFlight(4, 100);
    inFlight.take(10);
    inFlight.pause();
    CompletableFuture<Void> empty = inFlight.empty().toCompletableFuture();
    assertThat(empty).isNotDone();

    inFlight.leave(10);

    assertThat(empty).isDone();
    assertThat(inFlight.hasRoom(100)).isTrue();
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

    assertThat(inFlight.goOn()).isCompleted();
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

  @Test
  void fewerRequestsMayPauseWhenTheServerDoesNotKeepUp() {
    InFlight inFlight = new InFlight(8, 1_000);
    inFlight.overloaded();

    int paused = 0;
    for (; inFlight.hasRoom(1); paused++) {
      inFlight.take(1);
      inFlight.pause();
    }

    assertThat(paused).isEqualTo(16); // four for each that may be open
  }

  @Test
  void whereNothingSucceedsPausedRequestsKeepTheirPlaces() {
    InFlight inFlight = new InFlight(4, 1_000);
    int taken = 0;
    for (; inFlight.hasRoom(1); taken++) {
      inFlight.take(1);
      inFlight.overloaded();
      inFlight.pause();
    }
    assertThat(taken).isEqualTo(5); // one failure more than requests that may be open

    inFlight.succeeded();
    assertThat(inFlight.hasRoom(1)).isTrue();
  }

  @Test
  void pausedRequestsComeBackWithinTheBoundThatWasLowered() {
    InFlight inFlight = new InFlight(2, 1_000);
    for (int i = 0; i < 2; i++) {
      inFlight.take(1);
      inFlight.pause();
    }
    inFlight.overloaded();

    CompletableFuture<Void> first = inFlight.goOn().toCompletableFuture();
    CompletableFuture<Void> second = inFlight.goOn().toCompletableFuture();
    assertThat(first).isDone();
    assertThat(second).isNotDone();

    inFlight.giveBack(1);
    assertThat(second).isDone();
  }

  @Test
  void whatComesBackGoesBeforeWhatIsNew() {
    InFlight inFlight = new InFlight(1, 1_000);
    inFlight.take(1);
    inFlight.pause();
    inFlight.take(1);
    CompletableFuture<Void> again = inFlight.goOn().toCompletableFuture();
    CompletableFuture<Void> room = inFlight.room(1).toCompletableFuture();

    inFlight.giveBack(1);

    assertThat(again).isDone();
    assertThat(room).isNotDone();
    inFlight.giveBack(1);
    assertThat(room).isDone();
  }

  @Test
  void requestsThatFailAtOnceWhenTheyComeBackDoNotNest() {
    InFlight inFlight = new InFlight(1, Long.MAX_VALUE);
    inFlight.take(1);
    int waiting = 50_000; // nested, each would need its frames
    for (int i = 0; i < waiting; i++) {
      inFlight.take(1);
      inFlight.pause();
      var unused = inFlight.goOn().thenRun(() -> inFlight.giveBack(1));
    }

    inFlight.giveBack(1);

    assertThat(inFlight.requests()).isZero();
  }
}

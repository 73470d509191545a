package io.cqlai.parquet.examples.shell;

import io.cqlai.parquet.progress.Progress;
import io.cqlai.parquet.progress.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;
import javax.annotation.Nullable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how a transfer goes on: a bar on a terminal, a line every few seconds elsewhere. */
final class ProgressDisplay implements ProgressListener {

  private static final int PARTS = 1_000;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final boolean terminal;
  private final PrintStream out;
  @Nullable private ProgressBar bar;
  private long nextLine = System.nanoTime() + LINE_NANOS;

  private ProgressDisplay(boolean terminal, PrintStream out) {
    this.terminal = terminal;
    this.out = out;
  }

  /** Returns the display on standard error, so that results on standard output stay clean. */
  static ProgressDisplay onStandardError() {
    return new ProgressDisplay(System.console() != null, System.err);
  }

  @Override
  public synchronized void progressed(Progress progress) {
    if (terminal) {
      show(progress);
    } else if (System.nanoTime() - nextLine >= 0) {
      nextLine = System.nanoTime() + LINE_NANOS;
      out.println(line(progress));
    }
  }

  /** Takes the bar away: the statement has ended. */
  synchronized void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    nextLine = System.nanoTime() + LINE_NANOS;
  }

  private void show(Progress progress) {
    ProgressBar shown = bar;
    if (shown == null) {
      shown =
          new ProgressBarBuilder()
              .setInitialMax(whole(progress))
              .setStyle(ProgressBarStyle.ASCII)
              .setTaskName(progress.fraction().isPresent() ? "COPY" : "")
              .hideEta()
              .clearDisplayOnFinish()
              .build();
      bar = shown;
    }
    if (progress.fraction().isPresent()) {
      shown.stepTo(Math.round(progress.fraction().getAsDouble() * PARTS));
    } else if (progress.pagesAbout().isPresent()) {
      shown.stepTo(Math.min(progress.pages(), progress.pagesAbout().getAsLong()));
    }
    shown.setExtraMessage(line(progress));
  }

  private static long whole(Progress progress) {
    return progress.fraction().isPresent() ? PARTS : progress.pagesAbout().orElse(-1);
  }

  /**
   * Returns where a transfer is: by pages for a query, which has no parts that could be counted.
   */
  static String line(Progress progress) {
    String left =
        progress.remaining().map(time -> ", about " + time.toSeconds() + " s left").orElse("");
    return String.format(
        Locale.ROOT,
        "%s%,d rows, %,.0f rows/s%s",
        page(progress),
        progress.rows(),
        progress.rowsPerSecond(),
        left);
  }

  private static String page(Progress progress) {
    if (progress.fraction().isPresent() || progress.pages() == 0) {
      return "";
    }
    String of =
        progress.pagesAbout().isPresent()
            ? String.format(Locale.ROOT, " of about %,d", progress.pagesAbout().getAsLong())
            : "";
    return String.format(Locale.ROOT, "Page %,d%s, ", progress.pages(), of);
  }
}

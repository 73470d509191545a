package io.cqlai.parquet.internal.verify;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.digest.Hash128;
import io.cqlai.parquet.internal.storage.PartFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hashes of rows in a temporary file, {@value #BYTES_PER_ROW} bytes for each: so a file is
 * decoded once for all rounds. Used by one thread at a time; to be closed, which deletes the file.
 */
public final class KeptHashes implements HashedRows, AutoCloseable {

  /** How many bytes of the temporary file a row needs. */
  public static final int BYTES_PER_ROW = Integer.BYTES + 4 * Long.BYTES;

  private static final Logger LOG = LoggerFactory.getLogger(KeptHashes.class);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ROWS_PER_STEP = 10_000;

  private final PartFile file;
  private final Runnable step;
  private long count;

  private KeptHashes(PartFile file, Runnable step) {
    this.file = file;
    this.step = step;
  }

  /**
   * Keeps the hashes of rows, which are gone through once.
   *
   * @param name the name of the file that they are from, for messages
   * @param step is called now and then while they are gone through; what it throws ends that
   * @throws TransferException STORAGE_FAILED when they cannot be kept; what going through the rows
   *     throws
   */
  public static KeptHashes of(HashedRows rows, String name, Runnable step) {
    KeptHashes kept = new KeptHashes(PartFile.ofFileElsewhere(name), step);
    try {
      kept.write(rows);
      return kept;
    } catch (IOException | UncheckedIOException e) {
      kept.close();
      throw failed(e);
    } catch (RuntimeException | Error e) {
      kept.close();
      throw e;
    }
  }

  private void write(HashedRows rows) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(file.output().createOrOverwrite(0), BUFFER_BYTES))) {
      rows.each((slice, key, row) -> write(out, slice, key, row));
    }
  }

  private void write(DataOutputStream out, int slice, Hash128 key, Hash128 row) {
    try {
      out.writeInt(slice);
      out.writeLong(key.high());
      out.writeLong(key.low());
      out.writeLong(row.high());
      out.writeLong(row.low());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    count++;
  }

  @Override
  public void each(Taker taker) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(file.input().file().newStream(), BUFFER_BYTES))) {
      for (long i = 0; i < count; i++) {
        if (i % ROWS_PER_STEP == 0) {
          step.run();
        }
        taker.take(in.readInt(), hash(in), hash(in));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Hash128 hash(DataInputStream in) throws IOException {
    return new Hash128.Fixed(in.readLong(), in.readLong());
  }

  private static TransferException failed(Exception cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Keeping the hashes of rows in the directory for temporary files failed: "
                + cause.getMessage(),
            "Make room there, name another with -Djava.io.tmpdir, or give the JVM a larger heap,"
                + " which may hold them all")
        .causedBy(cause);
  }

  /** Deletes the file; where that fails, it stays, and nothing else comes of it. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      LOG.debug("The temporary file of hashes stays: {}", e.getClass().getName());
    }
  }
}

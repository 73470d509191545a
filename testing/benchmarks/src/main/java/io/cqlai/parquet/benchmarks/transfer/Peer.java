package io.cqlai.parquet.benchmarks.transfer;

import java.io.IOException;
import java.nio.file.Path;

/** The tools that may be asked for by name. */
public enum Peer {
  dsbulk {
    @Override
    public PeerTool tool(Path work) throws IOException {
      return Dsbulk.resolve(work);
    }
  },
  cqlsh {
    @Override
    public PeerTool tool(Path work) {
      return Cqlsh.install(work);
    }
  };

  /**
   * Returns the tool, which is downloaded the first time.
   *
   * @param work where it may write
   */
  public abstract PeerTool tool(Path work) throws IOException;
}

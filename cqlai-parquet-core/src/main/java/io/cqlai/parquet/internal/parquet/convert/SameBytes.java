package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;

/** Values that are the same on both sides, but for the order of their bytes. */
enum SameBytes implements ValueConverter {
  INT {
    @Override
    public boolean convert(ValueDecoder in, CellWriter out) {
      out.putInt(in.readInt());
      return true;
    }
  },
  LONG {
    @Override
    public boolean convert(ValueDecoder in, CellWriter out) {
      out.putLong(in.readLong());
      return true;
    }
  },
  FLOAT {
    @Override
    public boolean convert(ValueDecoder in, CellWriter out) {
      out.putFloat(in.readFloat());
      return true;
    }
  },
  DOUBLE {
    @Override
    public boolean convert(ValueDecoder in, CellWriter out) {
      out.putDouble(in.readDouble());
      return true;
    }
  },
  BOOLEAN {
    @Override
    public boolean convert(ValueDecoder in, CellWriter out) {
      out.putByte(in.readBoolean() ? 1 : 0);
      return true;
    }
  },
  /** Days: CQL's epoch stands in the middle of the unsigned range (section 6.5). */
  DATE {
    @Override
    public boolean convert(ValueDecoder in, CellWriter out) {
      out.putInt(in.readInt() ^ Integer.MIN_VALUE);
      return true;
    }
  }
}

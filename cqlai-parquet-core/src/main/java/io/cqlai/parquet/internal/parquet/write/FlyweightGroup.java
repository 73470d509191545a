package io.cqlai.parquet.internal.parquet.write;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;

/**
 * A group that is a view of CQL's bytes: it is moved from value to value, and nothing is copied
 * into it. {@link org.apache.parquet.example.data.GroupWriter} asks a group for three things, which
 * are all that a subclass has; whatever else a {@link Group} offers is refused.
 */
abstract class FlyweightGroup extends Group {

  @Override
  public abstract int getFieldRepetitionCount(int field);

  @Override
  public Group getGroup(int field, int index) {
    throw refused();
  }

  @Override
  public void writeValue(int field, int index, RecordConsumer out) {
    throw refused();
  }

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("This group can only be written by a GroupWriter");
  }

  @Override
  public final void add(int field, int value) {
    throw refused();
  }

  @Override
  public final void add(int field, long value) {
    throw refused();
  }

  @Override
  public final void add(int field, String value) {
    throw refused();
  }

  @Override
  public final void add(int field, boolean value) {
    throw refused();
  }

  @Override
  public final void add(int field, NanoTime value) {
    throw refused();
  }

  @Override
  public final void add(int field, Binary value) {
    throw refused();
  }

  @Override
  public final void add(int field, float value) {
    throw refused();
  }

  @Override
  public final void add(int field, double value) {
    throw refused();
  }

  @Override
  public final void add(int field, Group value) {
    throw refused();
  }

  @Override
  public final Group addGroup(int field) {
    throw refused();
  }

  @Override
  public final String getString(int field, int index) {
    throw refused();
  }

  @Override
  public final int getInteger(int field, int index) {
    throw refused();
  }

  @Override
  public final long getLong(int field, int index) {
    throw refused();
  }

  @Override
  public final double getDouble(int field, int index) {
    throw refused();
  }

  @Override
  public final float getFloat(int field, int index) {
    throw refused();
  }

  @Override
  public final boolean getBoolean(int field, int index) {
    throw refused();
  }

  @Override
  public final Binary getBinary(int field, int index) {
    throw refused();
  }

  @Override
  public final Binary getInt96(int field, int index) {
    throw refused();
  }

  @Override
  public final String getValueToString(int field, int index) {
    throw refused();
  }

  @Override
  public final GroupType getType() {
    throw refused();
  }
}

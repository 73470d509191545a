package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.CustomType;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The driver's types as our own. */
public final class DriverTypes {

  private static final Map<DataType, Scalar> SCALARS =
      Map.ofEntries(
          Map.entry(DataTypes.ASCII, Scalar.ASCII),
          Map.entry(DataTypes.BIGINT, Scalar.BIGINT),
          Map.entry(DataTypes.BLOB, Scalar.BLOB),
          Map.entry(DataTypes.BOOLEAN, Scalar.BOOLEAN),
          Map.entry(DataTypes.COUNTER, Scalar.COUNTER),
          Map.entry(DataTypes.DATE, Scalar.DATE),
          Map.entry(DataTypes.DECIMAL, Scalar.DECIMAL),
          Map.entry(DataTypes.DOUBLE, Scalar.DOUBLE),
          Map.entry(DataTypes.DURATION, Scalar.DURATION),
          Map.entry(DataTypes.FLOAT, Scalar.FLOAT),
          Map.entry(DataTypes.INET, Scalar.INET),
          Map.entry(DataTypes.INT, Scalar.INT),
          Map.entry(DataTypes.SMALLINT, Scalar.SMALLINT),
          Map.entry(DataTypes.TEXT, Scalar.TEXT),
          Map.entry(DataTypes.TIME, Scalar.TIME),
          Map.entry(DataTypes.TIMESTAMP, Scalar.TIMESTAMP),
          Map.entry(DataTypes.TIMEUUID, Scalar.TIMEUUID),
          Map.entry(DataTypes.TINYINT, Scalar.TINYINT),
          Map.entry(DataTypes.UUID, Scalar.UUID),
          Map.entry(DataTypes.VARINT, Scalar.VARINT));

  private DriverTypes() {}

  /**
   * Returns the type that a type of the driver stands for. Types in the description of a result are
   * never frozen: the native protocol does not say whether they are (version 5, section 4.2.5.2).
   */
  public static CqlType of(DataType type) {
    Scalar scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type instanceof ListType list) {
      return new CqlType.ListOf(of(list.getElementType()), list.isFrozen());
    } else if (type instanceof SetType set) {
      return new CqlType.SetOf(of(set.getElementType()), set.isFrozen());
    } else if (type instanceof MapType map) {
      return new CqlType.MapOf(of(map.getKeyType()), of(map.getValueType()), map.isFrozen());
    } else if (type instanceof TupleType tuple) {
      return new CqlType.TupleOf(tuple.getComponentTypes().stream().map(DriverTypes::of).toList());
    } else if (type instanceof UserDefinedType userDefined) {
      return of(userDefined);
    } else if (type instanceof VectorType vector) {
      // A vector is a custom type too: it is asked for first.
      return new CqlType.VectorOf(of(vector.getElementType()), vector.getDimensions());
    } else if (type instanceof CustomType custom) {
      return new CqlType.Custom(custom.getClassName());
    }
    throw new IllegalArgumentException("a type that CQL does not have: " + type);
  }

  /** Returns the user-defined type that one of the driver's stands for. */
  public static CqlType.UserDefined of(UserDefinedType type) {
    List<CqlIdentifier> names = type.getFieldNames();
    List<CqlType.Field> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(new CqlType.Field(names.get(i).asInternal(), of(type.getFieldTypes().get(i))));
    }
    // In the description of a result the keyspace is always there; in a type built by hand it may
    // be absent.
    CqlIdentifier keyspace = type.getKeyspace();
    return new CqlType.UserDefined(
        keyspace == null ? "" : keyspace.asInternal(),
        type.getName().asInternal(),
        fields,
        type.isFrozen());
  }
}

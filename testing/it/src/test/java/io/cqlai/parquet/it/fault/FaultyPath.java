package io.cqlai.parquet.it.fault;

import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A path of the {@link FaultyDisk}: the real one, whose file system is the faulty one. */
final class FaultyPath implements InvocationHandler {

  private final Path real;

  private FaultyPath(Path real) {
    this.real = real;
  }

  /** Returns a path of the faulty disk. */
  static Path of(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyPath.class.getClassLoader(), new Class<?>[] {Path.class}, new FaultyPath(real));
  }

  /** Returns the real path behind one; others as they are. */
  static Path real(Path path) {
    return (Path) unwrapped(path);
  }

  private static Object unwrapped(Object value) {
    return value != null
            && Proxy.isProxyClass(value.getClass())
            && Proxy.getInvocationHandler(value) instanceof FaultyPath faulty
        ? faulty.real
        : value;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "getFileSystem":
        return FileSystems.getDefault();
      case "toFile":
        return new File(real.toString());
      case "toUri":
        return URI.create("file://" + real.toUri().getRawPath());
      case "iterator":
        return elements();
      default:
        return call(method, arguments);
    }
  }

  private Iterator<Path> elements() {
    List<Path> names = new ArrayList<>();
    real.forEach(name -> names.add(of(name)));
    return names.iterator();
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    Object[] behind = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < behind.length; i++) {
      behind[i] = unwrapped(behind[i]);
    }
    try {
      Object answer = method.invoke(real, behind);
      return answer instanceof Path path ? of(path) : answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

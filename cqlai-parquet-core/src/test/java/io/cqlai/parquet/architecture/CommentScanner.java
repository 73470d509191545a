package io.cqlai.parquet.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Walks a parsed file and notes public and protected names that lack a comment.
 *
 * <p>A method that overrides needs none, nor does an enum constant, whose name says it, or a
 * record's constructor, which its type describes. In internal packages and in modules that are not
 * deployed types alone need one.
 */
final class CommentScanner extends TreePathScanner<Void, Void> {

  private final DocTrees comments;
  private final List<String> found;

  CommentScanner(DocTrees comments, List<String> found) {
    this.comments = comments;
    this.found = found;
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    if (!visible(type.getModifiers())) {
      return null;
    }
    check(type.getSimpleName());
    return super.visitClass(type, null);
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    boolean recordConstructor =
        method.getReturnType() == null
            && getCurrentPath().getParentPath().getLeaf().getKind() == Kind.RECORD;
    if (forCallers()
        && visible(method.getModifiers())
        && !overrides(method)
        && !recordConstructor) {
      check(method.getName());
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, Void unused) {
    Tree owner = getCurrentPath().getParentPath().getLeaf();
    boolean recordComponent = owner.getKind() == Kind.RECORD && !isStatic(field.getModifiers());
    boolean enumConstant =
        owner instanceof ClassTree type
            && field.getType() != null
            && field.getType().toString().contentEquals(type.getSimpleName());
    if (forCallers() && !recordComponent && !enumConstant && visible(field.getModifiers())) {
      check(field.getName());
    }
    return null;
  }

  private boolean forCallers() {
    CompilationUnitTree file = getCurrentPath().getCompilationUnit();
    String place = file.getSourceFile().toUri().getPath();
    return (place.contains("/cqlai-parquet-copy/") || place.contains("/cqlai-parquet-core/"))
        && !place.contains("/internal/");
  }

  private boolean visible(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || modifiers.getFlags().contains(Modifier.PROTECTED)
        || (isInterfaceMember() && !modifiers.getFlags().contains(Modifier.PRIVATE));
  }

  private boolean isInterfaceMember() {
    return getCurrentPath().getParentPath().getLeaf().getKind() == Kind.INTERFACE;
  }

  private static boolean overrides(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
  }

  private static boolean isStatic(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.STATIC);
  }

  private void check(CharSequence name) {
    if (comments.getDocComment(getCurrentPath()) == null) {
      CompilationUnitTree file = getCurrentPath().getCompilationUnit();
      found.add(file.getSourceFile().getName() + ": " + name + " has no comment");
    }
  }
}

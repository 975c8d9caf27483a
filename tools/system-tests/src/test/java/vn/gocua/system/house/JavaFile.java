package vn.gocua.system.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a source says that its class file does not, as the compiler reads it.
 *
 * @param literals its strings
 * @param selections what it selects of a name, such as {@code Locale.ENGLISH}
 * @param calls of methods and constructors
 */
record JavaFile(
    Path path,
    String packageName,
    int lines,
    List<Method> methods,
    List<String> literals,
    List<String> selections,
    List<Call> calls) {

  /**
   * A method or constructor that is written out.
   *
   * @param lines from its first annotation to its last bracket
   */
  record Method(String name, int line, int lines, int parameters) {}

  /**
   * A call that is written out.
   *
   * @param name as written, such as {@code Refusal.of} or {@code new Row}
   * @param literals the strings in each argument
   */
  record Call(String name, List<List<String>> literals) {}

  /** Parses files, without compiling them. */
  static List<JavaFile> parse(List<Path> paths) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<JavaFile> parsed = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(new Reader(unit, positions).read());
      }
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader extends TreeScanner<@Nullable Void, String> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();
    private final List<String> selections = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    Reader(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    JavaFile read() throws IOException {
      scan(unit, "");
      Path path = Path.of(unit.getSourceFile().toUri());
      String packageName = String.valueOf(unit.getPackageName());
      int lines = Files.readAllLines(path).size();
      return new JavaFile(path, packageName, lines, methods, literals, selections, calls);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, String within) {
      return super.visitClass(tree, tree.getSimpleName().toString());
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, String within) {
      long first = lineOf(positions.getStartPosition(unit, tree));
      long last = lineOf(positions.getEndPosition(unit, tree));
      String name = tree.getReturnType() == null ? within : tree.getName().toString();
      methods.add(new Method(name, (int) first, (int) (last - first) + 1, parameters(tree)));
      return super.visitMethod(tree, within);
    }

    /** Those written here: a record's compact constructor has those of the record's head. */
    private int parameters(MethodTree tree) {
      long start = positions.getStartPosition(unit, tree);
      return (int)
          tree.getParameters().stream()
              .filter(parameter -> positions.getStartPosition(unit, parameter) >= start)
              .count();
    }

    private long lineOf(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, String within) {
      calls.add(call(tree.getMethodSelect().toString(), tree.getArguments()));
      return super.visitMethodInvocation(tree, within);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, String within) {
      calls.add(call("new " + tree.getIdentifier(), tree.getArguments()));
      return super.visitNewClass(tree, within);
    }

    private static Call call(String name, List<? extends ExpressionTree> arguments) {
      return new Call(name, arguments.stream().map(Reader::stringsIn).toList());
    }

    /** Without those of calls within it. */
    private static List<String> stringsIn(ExpressionTree argument) {
      List<String> strings = new ArrayList<>();
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
          if (tree.getValue() instanceof String text) {
            strings.add(text);
          }
          return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree tree, @Nullable Void nothing) {
          return null;
        }
      }.scan(argument, null);
      return strings;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, String within) {
      if (tree.getValue() instanceof String text) {
        literals.add(text);
      }
      return super.visitLiteral(tree, within);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, String within) {
      selections.add(tree.toString());
      return super.visitMemberSelect(tree, within);
    }
  }
}

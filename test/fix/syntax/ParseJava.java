import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

/**
 * Parses Java files from standard input, between which form feeds stand, and prints their strings, a line each, again
 * with form feeds between the files; the classes that they name need not exist.
 */
public class ParseJava {
    public static void main(String[] args) throws Exception {
        String[] files = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\f");
        for (int i = 0; i < files.length; i++) {
            if (i > 0) System.out.println("\f");
            printStrings(files[i]);
        }
    }

    private static void printStrings(String code) throws Exception {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, said, List.of("-proc:none"), null, List.of(file));
        Iterable<? extends CompilationUnitTree> units = task.parse();
        String errors = said.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) throw new IllegalArgumentException(errors);
        TreeScanner<Void, Void> strings = new TreeScanner<>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String) System.out.println(literal.getValue());
                return null;
            }
        };
        for (CompilationUnitTree unit : units) strings.scan(unit, null);
    }
}

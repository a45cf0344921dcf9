package breachresponse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram of the project, as its file says.
 *
 * @param name of the file, without its ending
 */
public record Diagram(String name, String source, BpmnModelInstance model) {

  /** All of them; there is none that isn't in {@code processes/}. */
  public static List<Diagram> all() {
    return files("processes", ".bpmn").map(Diagram::read).toList();
  }

  /** The files of a folder that end so. */
  public static Stream<Path> files(String folder, String ending) {
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagram read(Path file) {
    try {
      var name = file.getFileName().toString().replace(".bpmn", "");
      return new Diagram(name, Files.readString(file), Bpmn.readModelFromFile(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Process process() {
    return elements(Process.class).findFirst().orElseThrow();
  }

  public <T extends ModelElementInstance> Stream<T> elements(Class<T> type) {
    return model.getModelElementsByType(type).stream();
  }
}

package breachresponse.access;

import java.util.List;

/**
 * One thing that can be asked for.
 *
 * @param path with its variables in braces, {@code /engine-rest/task/{id}/claim}
 */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

  /**
   * The engine's own API is behind three doors: for programs, by the engine's name, in the web
   * applications.
   */
  private static final List<String> ENGINE =
      List.of("/camunda/api/engine/engine/{name}", "/engine-rest/engine/{name}", "/engine-rest");

  boolean isOfTheEngine() {
    return ENGINE.stream().anyMatch(door -> path.startsWith(door + "/"));
  }

  /** Without the door, {@code /task/{id}/claim}; the path itself where it is not of the engine. */
  String ofTheEngine() {
    return ENGINE.stream()
        .filter(door -> path.startsWith(door + "/"))
        .findFirst()
        .map(door -> path.substring(door.length()))
        .orElse(path);
  }

  /** Whether it is the engine's, and not behind the first of its doors. */
  boolean isBesides() {
    return isOfTheEngine() && !path.equals("/engine-rest" + ofTheEngine());
  }

  @Override
  public int compareTo(Endpoint other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

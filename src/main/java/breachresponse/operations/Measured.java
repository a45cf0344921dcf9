package breachresponse.operations;

import java.util.List;

/** Knows figures by which operators see how the system fares; asked at each scrape. */
public interface Measured {

  /**
   * The figures of now. Neither a name nor a value of a label says anything of a person or case.
   */
  List<Figure> figures();
}

package breachresponse.workflow.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;

/** Filters of Tasklist ask for whoever looks and for now, and have no other expressions. */
class OwnFilters extends FilterServiceImpl {

  @Override
  public Filter saveFilter(Filter filter) {
    KnownExpressions.demand((AbstractQuery<?, ?>) filter.getQuery());
    return super.saveFilter(filter);
  }
}

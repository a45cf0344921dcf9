package breachresponse.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/** Filters, and what they are asked besides, have the expressions that are known alone. */
class OwnFilters extends FilterServiceImpl {

  @Override
  public Filter saveFilter(Filter filter) {
    KnownExpressions.demand(filter.getQuery());
    return super.saveFilter(filter);
  }

  @Override
  public <T, Q extends Query<?, T>> List<T> list(String filterId, Q besides) {
    KnownExpressions.demand(besides);
    return super.list(filterId, besides);
  }

  @Override
  public <T, Q extends Query<?, T>> List<T> listPage(
      String filterId, Q besides, int firstResult, int maxResults) {
    KnownExpressions.demand(besides);
    return super.listPage(filterId, besides, firstResult, maxResults);
  }

  @Override
  public <T, Q extends Query<?, T>> T singleResult(String filterId, Q besides) {
    KnownExpressions.demand(besides);
    return super.singleResult(filterId, besides);
  }

  @Override
  public Long count(String filterId, Query<?, ?> besides) {
    KnownExpressions.demand(besides);
    return super.count(filterId, besides);
  }
}

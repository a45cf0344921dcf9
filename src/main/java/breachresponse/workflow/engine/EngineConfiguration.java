package breachresponse.workflow.engine;

import breachresponse.evidence.MovedProcesses;
import breachresponse.evidence.Timeline;
import breachresponse.identity.Subjects;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.Incidents;
import breachresponse.incident.LegalHolds;
import breachresponse.language.Catalogue;
import breachresponse.workflow.deployment.CheckedDeployments;
import breachresponse.workflow.deployment.CheckedTables;
import breachresponse.workflow.desk.TaskCards;
import breachresponse.workflow.forms.ProcessBeans;
import breachresponse.workflow.forms.ServerForms;
import breachresponse.workflow.restricted.TasksOfRestrictedCases;
import breachresponse.workflow.taskmail.NewTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine as this application needs it, beyond what application.yaml can say. */
@Configuration
class EngineConfiguration {

  /** Lets forms exchange lists, as JSON. */
  @Bean
  ProcessEnginePlugin spin() {
    return new SpinProcessEnginePlugin();
  }

  @Bean
  SpringBootProcessEnginePlugin ourEngine(
      ApplicationContext context,
      ProcessBeans beans,
      ServerForms forms,
      TaskCards cards,
      Assignees assignees,
      NewTasks newTasks,
      TasksOfRestrictedCases restricted,
      CheckedDeployments deployments,
      CheckedTables tables,
      MovedProcesses moved,
      Timeline timeline,
      Incidents incidents,
      CaseAccess access,
      LegalHolds legalHolds,
      Subjects subjects,
      CaseLabels labels,
      Catalogue catalogue) {
    return new SpringBootProcessEnginePlugin() {
      @Override
      public void preInit(SpringProcessEngineConfiguration engine) {
        refuseAnyZoneButUtc();
        engine.setRepositoryService(new TranslatedDeployments(catalogue));
        engine.setIdentityService(new CasesOfPeople(access));
        engine.setIdentityProviderSessionFactory(new OwnAccounts.Factory(subjects));
        engine.setCustomSessionFactories(
            List.of(new OwnCases.Factory(), new HeldHistory.Factory(legalHolds)));
        engine.setBeans(beans);
        engine.setExpressionManager(new SpringExpressionManager(context, beans));
        engine.setCustomPostBPMNParseListeners(
            new ArrayList<>(
                List.of(forms, cards, assignees, restricted, newTasks, new AddedDecisions())));
        engine.setCustomPreDeployers(List.of(deployments));
        engine.setCustomPostDeployers(List.of(tables));
        engine.getCustomHistoryEventHandlers().add(new Moves(moved, incidents));
        engine.getCustomHistoryEventHandlers().add(new Interventions(timeline, incidents));
        engine.getCustomHistoryEventHandlers().add(new RulesChanged(timeline, incidents));
        engine.getCustomHistoryEventHandlers().add(labels.asHandler());
        engine.setHistoryRemovalTimeProvider(new HistoryOfHeldCases(legalHolds));
        engine.setDmnHistoryEventProducer(new OfProcessesAlone());
        engine.setResourceAuthorizationProvider(new DeployersDoNotDelete());
        engine.setTaskService(new OwnTasks());
        engine.setFilterService(new OwnFilters());
        engine.setCustomPreCommandInterceptorsTxRequired(
            List.of(
                new Refusals(catalogue),
                new FormsOnly(engine),
                new NoExports(),
                new EvidenceStays(legalHolds),
                new HiddenTables(),
                new KnownExpressions()));
      }
    };
  }

  /**
   * Keeps what a table was told where a process asked it, and nothing where a form did: that would
   * stand in the history without its case, open to whoever may not see it.
   */
  private static class OfProcessesAlone extends DefaultDmnHistoryEventProducer {
    @Override
    public HistoryEvent createDecisionEvaluatedEvt(DmnDecisionEvaluationEvent evaluation) {
      return null;
    }
  }

  /**
   * A deployment takes the open cases that run on it with it: the engine would let its deployer
   * delete it.
   */
  private static class DeployersDoNotDelete extends DefaultAuthorizationProvider {
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
      return new AuthorizationEntity[0];
    }
  }

  /** The engine stores times without their zone: another zone at the next start would move them. */
  private static void refuseAnyZoneButUtc() {
    if (TimeZone.getDefault().getRawOffset() != 0 || TimeZone.getDefault().useDaylightTime()) {
      throw new IllegalStateException(
          "the time zone of the Java process is %s; start it with -Duser.timezone=UTC, since stored deadlines would move"
              .formatted(TimeZone.getDefault().getID()));
    }
  }
}

package breachresponse.workflow.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Gives every form of every diagram its server side: what it shows is asked of our tables whenever
 * it is opened, and what comes back is checked by the form's own rules. Nothing on a form becomes a
 * process variable, so nothing grows stale, leaks or is smuggled in.
 */
@Component
public class ServerForms extends AbstractBpmnParseListener {

  private static final String EMBEDDED = "embedded:deployment:";

  /** The form of the element template "Ask for a decision". */
  private static final String ADDED = "decide";

  private final ProcessBeans processes;
  private final ObjectMapper json;
  private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

  ServerForms(ProcessBeans processes, ObjectMapper json) {
    this.processes = processes;
    this.json = json;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.setTaskFormHandler(new TaskForm(task.getTaskFormHandler()));
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.setStartFormHandler(new StartForm(process.getStartFormHandler()));
  }

  private final class TaskForm extends ServerForm implements TaskFormHandler {
    private final TaskFormHandler drawn;

    TaskForm(TaskFormHandler drawn) {
      this.drawn = drawn;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
      var form = drawn.createTaskForm(task);
      side(task, form)
          .prefill(task)
          .forEach((key, value) -> form.getFormFields().add(field(key, value)));
      return form;
    }

    /** A step that process owners added has the form of its kind, in whichever diagram it is. */
    private ProcessSide side(TaskEntity task, TaskFormData form) {
      return processes.of(
          form.getCamundaFormRef() != null && ADDED.equals(form.getCamundaFormRef().getKey())
              ? "case-steps"
              : task.getProcessDefinition().getKey());
    }

    /** What is answered is answered in the process: tables asked for the form govern its case. */
    @Override
    public void submitFormVariables(VariableMap given, VariableScope scope) {
      var task = (TaskEntity) scope;
      Context.setExecutionContext(task.getExecution());
      try {
        checked(createTaskForm(task), given).handTo(scope);
      } finally {
        Context.removeExecutionContext();
      }
    }
  }

  private final class StartForm extends ServerForm implements StartFormHandler {
    private final StartFormHandler drawn;

    StartForm(StartFormHandler drawn) {
      this.drawn = drawn;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
      return drawn.createStartFormData(process);
    }

    @Override
    public void submitFormVariables(VariableMap given, VariableScope scope) {
      var process = (ProcessDefinitionEntity) ((ExecutionEntity) scope).getProcessDefinition();
      checked(createStartFormData(process), given).handTo(scope);
    }
  }

  private abstract static class ServerForm implements FormHandler {

    @Override
    public void parseConfiguration(
        Element element,
        DeploymentEntity deployment,
        ProcessDefinitionEntity process,
        BpmnParse parse) {
      // the handler that the engine made has done so already
    }
  }

  private Answers checked(FormData form, VariableMap given) {
    var shown = new LinkedHashMap<String, Object>();
    form.getFormFields().forEach(field -> shown.put(field.getId(), plain(field.getValue())));
    var answers = new LinkedHashMap<String, Object>();
    given.keySet().forEach(key -> answers.put(key, plain(given.getValueTyped(key))));
    try {
      return new Answers(schema(form).check(answers, shown, ServerForms::holds));
    } catch (IllegalArgumentException e) {
      throw new FormFieldValidationException(e.getMessage(), e.getMessage());
    }
  }

  private FormSchema schema(FormData form) {
    if (form.getCamundaFormRef() == null) {
      return embedded(form);
    }
    var commands = Context.getCommandContext();
    var definition =
        commands.runWithoutAuthorization(
            new GetCamundaFormDefinitionCmd(form.getCamundaFormRef(), form.getDeploymentId()));
    return schemas.computeIfAbsent(
        definition.getId(),
        id ->
            FormSchema.read(
                commands.runWithoutAuthorization(
                    new GetDeploymentResourceCmd(
                        definition.getDeploymentId(), definition.getResourceName()))));
  }

  /** A form in HTML that is deployed with its process. */
  private FormSchema embedded(FormData form) {
    if (form.getFormKey() == null || !form.getFormKey().startsWith(EMBEDDED)) {
      return FormSchema.EMPTY;
    }
    var name = form.getFormKey().substring(EMBEDDED.length());
    return schemas.computeIfAbsent(
        form.getDeploymentId() + ":" + name,
        id ->
            FormSchema.readHtml(
                Context.getCommandContext()
                    .runWithoutAuthorization(
                        new GetDeploymentResourceCmd(form.getDeploymentId(), name))));
  }

  private static boolean holds(String condition, Map<String, Object> values) {
    return Boolean.TRUE.equals(
        Context.getProcessEngineConfiguration()
            .getDmnEngineConfiguration()
            .getFeelEngine()
            .evaluateSimpleExpression(
                condition.replaceFirst("^=", ""), Variables.fromMap(values).asVariableContext()));
  }

  private FormField field(String key, Object value) {
    var field = new FormFieldImpl();
    field.setId(key);
    field.setValue(typed(value));
    return field;
  }

  private TypedValue typed(Object value) {
    return value instanceof Collection || value instanceof Map
        ? SpinValues.jsonValue(write(value)).create()
        : Variables.untypedValue(value);
  }

  private Object plain(TypedValue typed) {
    var value = typed == null ? null : typed.getValue();
    return value instanceof SpinJsonNode node ? read(node.toString()) : value;
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object read(String text) {
    try {
      return json.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

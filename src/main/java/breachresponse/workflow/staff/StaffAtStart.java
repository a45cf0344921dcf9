package breachresponse.workflow.staff;

import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the groups and accounts that are missing before the port opens: who comes at once can log
 * in, and nobody finds the web applications without an administrator.
 */
@Component
class StaffAtStart implements SmartInitializingSingleton {

  private final Access access;
  private final Administrator administrator;
  private final Optional<DemoStaff> demoStaff;

  StaffAtStart(Access access, Administrator administrator, Optional<DemoStaff> demoStaff) {
    this.access = access;
    this.administrator = administrator;
    this.demoStaff = demoStaff;
  }

  @Override
  public void afterSingletonsInstantiated() {
    access.setUp();
    administrator.setUp();
    demoStaff.ifPresent(DemoStaff::setUp);
  }
}

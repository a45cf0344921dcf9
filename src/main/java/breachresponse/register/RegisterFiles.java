package breachresponse.register;

import breachresponse.evidence.CsvFile;
import breachresponse.print.Pdf;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** The register of breaches as files, for spreadsheets and on paper. */
@Component
public class RegisterFiles {

  private final RegisterPage page;

  RegisterFiles(RegisterPage page) {
    this.page = page;
  }

  /** A row for each breach. */
  public void csv(BreachRegister.Answer answer, OutputStream out) {
    var csv = new CsvFile(out).row(RegisterLine.HEADER);
    answer.lines().forEach(line -> csv.row(line.cells()));
    csv.flush();
  }

  /** The years in numbers, and a sheet for each breach. */
  public void pdf(BreachRegister.Answer answer, RegisterFilter filter, OutputStream out) {
    Pdf.write(page.of(answer, filter), out);
  }
}

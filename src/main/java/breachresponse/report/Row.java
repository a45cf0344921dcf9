package breachresponse.report;

/** A row of a table that says what something is. */
record Row(String label, String words) {}

package breachresponse.doors;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many rows each table has: ours, and those of what the engine runs and has deployed. Of the
 * engine's rows their revisions count too, so that a change of one is seen.
 */
record Stored(TreeMap<String, String> byTable) {

  static Stored now(JdbcClient db) {
    var counts = new TreeMap<String, String>();
    var revised = tables(db, "select table_name from information_schema.columns", "REV_");
    for (var table : tables(db, "select table_name from information_schema.tables", null)) {
      var revisions = revised.contains(table) ? "coalesce(sum(rev_), 0)" : "0";
      counts.put(
          table,
          db.sql("select count(*) || '/' || %s from %s".formatted(revisions, table))
              .query(String.class)
              .single());
    }
    return new Stored(counts);
  }

  Set<String> changedSince(Stored before) {
    var changed = new TreeMap<>(byTable);
    changed.entrySet().removeAll(before.byTable.entrySet());
    return changed.keySet();
  }

  /**
   * @param column that they have, or null
   */
  private static List<String> tables(JdbcClient db, String select, String column) {
    return db
        .sql(
            select
                + """
                   where table_schema = 'PUBLIC'
                    and (table_name not like 'ACT%' or regexp_like(table_name, '^ACT_(RU|RE|GE)_'))
                    and table_name not like '%METER%'
                  """
                + (column == null ? "" : " and column_name = '%s'".formatted(column)))
        .query(String.class)
        .list()
        .stream()
        .map(table -> "\"" + table + "\"")
        .toList();
  }
}

package breachresponse.report;

import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.evidence.ReachTotals;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.notice.Notices;
import breachresponse.notice.Posts;
import breachresponse.notice.Statements;
import breachresponse.print.ShownTime;
import breachresponse.reach.ReachReport;
import breachresponse.register.RegisterLine;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many people the telling reached, in numbers alone. */
@Component
class Telling implements Chapter {

  /** The mails of one notice. */
  record Mails(String title, String list, Dispatches.Progress progress) {}

  /** Where the public can read it. */
  record Post(String title, String where) {}

  private final Notices notices;
  private final Statements statements;
  private final Posts posts;
  private final Dispatches dispatches;
  private final Recipients recipients;
  private final ReachReport reach;

  Telling(
      Notices notices,
      Statements statements,
      Posts posts,
      Dispatches dispatches,
      Recipients recipients,
      ReachReport reach) {
    this.notices = notices;
    this.statements = statements;
    this.posts = posts;
    this.dispatches = dispatches;
    this.recipients = recipients;
    this.reach = reach;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    var caseNumber = breach.incident().caseNumber();
    var sent = notices.of(caseNumber);
    var shown = new HashMap<String, Object>();
    shown.put("mails", sent.stream().flatMap(this::mails).toList());
    shown.put(
        "posts",
        Stream.concat(
                sent.stream().flatMap(this::posts),
                statements.of(caseNumber).stream()
                    .flatMap(said -> posts(said.id(), said.post().subject())))
            .toList());
    var reached = ReachTotals.of(reach.of(caseNumber));
    shown.put("reach", reached);
    shown.put(
        "reached",
        reached.people().entrySet().stream()
            .filter(state -> state.getValue() > 0)
            .map(state -> new Row(state.getKey(), "%,d".formatted(state.getValue())))
            .toList());
    return shown;
  }

  private Stream<Mails> mails(Notices.Notice notice) {
    return dispatches.progress(notice.id()).stream()
        .map(
            progress ->
                new Mails(
                    notice.draft().post().subject(),
                    recipients.released(notice.id()).map(Recipients.Released::digest).orElse(""),
                    progress));
  }

  private Stream<Post> posts(Notices.Notice notice) {
    var title = notice.draft().post().subject();
    return Stream.concat(
        notice.postedAt().stream().map(address -> new Post(title, address.toString())),
        posts(notice.id(), title));
  }

  private Stream<Post> posts(UUID id, String title) {
    return posts.postings(id).stream()
        .map(
            posting ->
                new Post(
                    title, "%s: %s".formatted(Channel.title(posting.channel()), posting.link())));
  }
}

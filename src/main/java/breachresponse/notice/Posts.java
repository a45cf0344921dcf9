package breachresponse.notice;

import breachresponse.channel.Article;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.notice.Statements.Statement;
import breachresponse.signoff.SignOffs;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is told on public channels, whether it is the post of a notice or a statement beside them,
 * and where it can be seen.
 */
@Service
@Transactional
public class Posts {

  /** Where else than on our own page a post can be seen. */
  public record Posting(String channel, String link) {}

  private final JdbcClient db;
  private final Notices notices;
  private final Statements statements;
  private final Publications publications;
  private final SignOffs signOffs;
  private final Timeline timeline;
  private final Clock clock;

  Posts(
      JdbcClient db,
      Notices notices,
      Statements statements,
      Publications publications,
      SignOffs signOffs,
      Timeline timeline,
      Clock clock) {
    this.db = db;
    this.notices = notices;
    this.statements = statements;
    this.publications = publications;
    this.signOffs = signOffs;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Whether it is of the first hour, when only what the system does by itself is done. */
  public boolean isHolding(UUID postId) {
    return statements.find(postId).filter(Statement::isHolding).isPresent();
  }

  /**
   * What channels are given of it.
   *
   * @throws IllegalStateException if it is not signed or released
   */
  public Article article(UUID postId) {
    var statement = statements.find(postId);
    if (statement.isPresent()) {
      statements.refuseUnlessApproved(statement.get());
      return article(
          statement.get().isPublic()
              ? nowPublic(statement.get().publication(), statement.get().post())
              : statement.get().post(),
          statement.get().social(),
          statement.get().language(),
          statement.get().publication());
    }
    notices.refuseUnlessSigned(postId);
    var notice = notices.get(postId);
    return article(
        nowPublic(postId, notice.draft().post()),
        notice.draft().social(),
        notices.mailing(postId).fallbackLanguage(),
        postId);
  }

  /** The whole text, in Markdown under its title, with its address. */
  public String whole(UUID postId) {
    return whole(
        postId,
        statements
            .find(postId)
            .map(Statement::post)
            .orElseGet(() -> notices.get(postId).draft().post()));
  }

  /** The same for the press, in the words written for it where there are any. */
  public String forThePress(UUID postId) {
    return statements.find(postId).isPresent()
            || notices.get(postId).draft().press().body().isEmpty()
        ? whole(postId)
        : whole(postId, notices.get(postId).draft().press());
  }

  private String whole(UUID postId, Draft.Text post) {
    var page = article(postId).page().map(address -> "\n\n" + address).orElse("");
    return "# %s\n\n%s%s".formatted(Markdown.escaped(post.subject()), post.body(), page);
  }

  /**
   * Puts it on the public page. Done twice it is there once.
   *
   * @throws IllegalStateException if it is not signed or released, or the case is an exercise
   */
  public URI publish(UUID postId, String by) {
    return statements.find(postId).isPresent()
        ? statements.publish(postId, by)
        : notices.publish(postId, by);
  }

  /** Whether it is on the public page. */
  public boolean isPublished(UUID postId) {
    return statements
        .find(postId)
        .map(Statement::isPublic)
        .orElseGet(() -> notices.get(postId).postedAt().isPresent());
  }

  /**
   * Records where it can be seen on a channel. The same link given twice counts once.
   *
   * @throws IllegalArgumentException if the link is no address on the web
   */
  public void postedOn(UUID postId, String channel, String link, String by) {
    if (link == null || !link.matches("https?://[^\\s<>\"]{3,480}")) {
      throw new IllegalArgumentException(
          "link: please give the address of the post, it begins with https://");
    }
    var added =
        db.sql(
                """
                insert into posting (post_id, channel, link, by_whom, at)
                select cast(:post as uuid), :channel, :link, :by, cast(:at as timestamp with time zone)
                where not exists (
                  select 1 from posting
                  where post_id = :post and channel = :channel and link = :link)
                """)
            .param("post", postId)
            .param("channel", channel)
            .param("link", link)
            .param("by", by)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (added > 0) {
      record(postId, by, "notice posted", ChannelRules.Channel.title(channel) + ": " + link);
    }
  }

  /** Writes on the timeline what became of it on a channel. */
  public void record(UUID postId, String by, String act, String detail) {
    var document =
        statements
            .find(postId)
            .map(Statement::documentId)
            .orElseGet(() -> notices.get(postId).documentId());
    timeline.record(caseOf(postId), by, act, detail, signOffs.get(document).sha256());
  }

  public CaseNumber caseOf(UUID postId) {
    return statements
        .find(postId)
        .map(Statement::caseNumber)
        .orElseGet(() -> notices.get(postId).caseNumber());
  }

  public List<Posting> postings(UUID postId) {
    return db.sql("select channel, link from posting where post_id = :post order by at, link")
        .param("post", postId)
        .query((row, number) -> new Posting(row.getString("channel"), row.getString("link")))
        .list();
  }

  /** A channel that is late may hold a newer version already, which an older must not replace. */
  private Draft.Text nowPublic(UUID publication, Draft.Text ofItsOwn) {
    var newest = statements.newest(publication);
    newest.ifPresent(statements::refuseUnlessApproved);
    return newest.map(Statement::post).orElse(ofItsOwn);
  }

  private Article article(Draft.Text post, String social, String language, UUID publication) {
    var shown = publications.find(publication);
    var page = shown.map(it -> publications.address(it.slug()));
    return new Article(
        post.subject(),
        Markdown.html(post.body()),
        page.map(URI::toString)
            .filter(address -> !social.contains(address))
            .map(address -> social + "\n" + address)
            .orElse(social),
        page,
        shown.map(Publications.Publication::slug).orElse(publication.toString()),
        language);
  }
}

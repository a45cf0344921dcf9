package breachresponse.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** One source for each form of a text. Nothing in it loads anything, or runs. */
public final class Markdown {

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML = html().build();
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser SHEET_PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer SHEET = html().extensions(TABLES).build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder()
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .nodeRendererFactory(context -> new WordsOnly(Image.class, context::render))
          .nodeRendererFactory(PlainLinks::new)
          .build();

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#~|!]");
  private static final Pattern LIST_MARK =
      Pattern.compile("(?m)^(\\s*\\d*)([-+.)](?=\\s|$)|[-=](?=[-=\\s]*$))");

  private Markdown() {}

  private static HtmlRenderer.Builder html() {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .sanitizeUrls(true)
        .nodeRendererFactory(context -> new WordsOnly(Image.class, context::render));
  }

  static String html(String markdown) {
    return HTML.render(PARSER.parse(markdown)).strip();
  }

  /** The same, with tables: for what we write ourselves, and no mail has to show. */
  public static String sheet(String markdown) {
    return SHEET.render(SHEET_PARSER.parse(markdown)).strip();
  }

  static String plain(String markdown) {
    return PLAIN.render(PARSER.parse(markdown)).strip();
  }

  /** Words from elsewhere, so written that Markdown shows them as they are. */
  static String escaped(String words) {
    return LIST_MARK.matcher(SPECIAL.matcher(words).replaceAll("\\\\$0")).replaceAll("$1\\\\$2");
  }

  /**
   * @return what is in the text that its readers could not get as its author sees it, in words
   */
  static List<String> faults(String markdown) {
    var faults = new ArrayList<String>();
    PARSER.parse(markdown).accept(new FaultFinder(faults));
    return faults.stream().distinct().toList();
  }

  private static final class FaultFinder extends AbstractVisitor {
    private final List<String> faults;

    FaultFinder(List<String> faults) {
      this.faults = faults;
    }

    @Override
    public void visit(Image image) {
      faults.add("pictures are not sent, please describe in words what the picture shows");
    }

    @Override
    public void visit(HtmlBlock html) {
      faults.add("HTML is not rendered, please use Markdown");
    }

    @Override
    public void visit(HtmlInline html) {
      faults.add("HTML is not rendered, please use Markdown");
    }

    @Override
    public void visit(Link link) {
      if (!link.getDestination().matches("(?i)(https?://|mailto:)[^{}]+")) {
        faults.add(
            "a link leads nowhere or differs by recipient, please begin it with https:// or mailto: and leave out {{name}}");
      }
      visitChildren(link);
    }
  }

  /** Renders what is inside a node, and not the node. */
  private record WordsOnly(Class<? extends Node> type, Consumer<Node> context)
      implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(type);
    }

    @Override
    public void render(Node node) {
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.accept(child);
      }
    }
  }

  /** Writes a link's text, and its address only where it says more. */
  private record PlainLinks(TextContentNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Link.class);
    }

    @Override
    public void render(Node node) {
      new WordsOnly(Link.class, context::render).render(node);
      var address = ((Link) node).getDestination().replaceFirst("^mailto:", "");
      if (!plain(node).equals(address)) {
        context.getWriter().write(" (" + address + ")");
      }
    }

    private static String plain(Node link) {
      var text = new StringBuilder();
      link.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text words) {
              text.append(words.getLiteral());
            }
          });
      return text.toString();
    }
  }
}

import com.adobe.epubcheck.tool.EpubChecker;

/** Checks several books, and ends with 1 if one has errors. */
public class EpubCheckAll {
  public static void main(String[] books) {
    int worst = 0;
    for (String book : books) {
      worst = Math.max(worst, new EpubChecker().run(new String[] {book}));
      System.out.println("end of report");
    }
    System.exit(worst);
  }
}

using System.Globalization;

namespace Shirube.Plans.Writing;

/// <summary>評価の方法、時期及び体制 of one author, as written.</summary>
/// <param name="Month">Of the year, 1 to 12; null while open.</param>
/// <param name="Participants">外部組織の参画者: 産業団体4名、銀行1名 …</param>
public sealed record PlanReview(PlanAuthor Author, int? Month, string Method, string Participants, string Publication)
{
    public const string MonthQuestion = "month";
    public const string MethodQuestion = "method";
    public const string ParticipantsQuestion = "participants";
    public const string PublicationQuestion = "publication";

    internal static IEnumerable<SectionPassage> Passages(string section, PlanAuthor author) =>
        [
            Passage(section, author, MonthQuestion, PassageKind.Month),
            Passage(section, author, MethodQuestion, PassageKind.Text),
            Passage(section, author, ParticipantsQuestion, PassageKind.Text),
            Passage(section, author, PublicationQuestion, PassageKind.Text),
        ];

    /// <summary>5-2-6-1-method: the author by its number in the plan, which stays when others come and go.</summary>
    public static string KeyOf(string section, PlanAuthor author, string question) =>
        string.Create(CultureInfo.InvariantCulture, $"{section}-{author.Number}-{question}");

    private static SectionPassage Passage(string section, PlanAuthor author, string question, PassageKind kind) =>
        new(KeyOf(section, author, question), kind) { Author = author, Question = question };
}

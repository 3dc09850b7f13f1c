using System.Globalization;
using System.Resources;

namespace Shirube.People;

/// <summary>
/// 保有個人データ: one place where something of a person is held. All such places stand in <see cref="All"/>; a test holds
/// the list against the tables.
/// </summary>
/// <param name="Column">Holds the person's number.</param>
/// <param name="StaysOnErasure">Kept under the number when the person is erased; <see cref="Why"/> says why.</param>
/// <param name="Secret">Columns that are given to nobody, the person included.</param>
internal sealed record HeldData(string Table, string Column, bool StaysOnErasure, params string[] Secret)
{
    private static readonly ResourceManager Words = new("Shirube.Resources.HeldData", typeof(HeldData).Assembly);

    public static readonly IReadOnlyList<HeldData> All =
    [
        new("person", "person_id", StaysOnErasure: false),
        new("post", "person_id", StaysOnErasure: true),
        new("invitation", "person_id", StaysOnErasure: true, "secret_hash"),
        new("audit_record", "person", StaysOnErasure: true),
        new("correction", "person_id", StaysOnErasure: true),
        new("left_correction", "person_id", StaysOnErasure: true),
        new("left_correction", "decided_by_person", StaysOnErasure: true),
    ];

    /// <summary>What is held there, for the one who reads.</summary>
    public string What => Text(Key);

    /// <summary>Why it stays; empty where it does not.</summary>
    public string Why => StaysOnErasure ? Text(Key + ".why") : "";

    private string Key => $"{Table}.{Column}";

    private static string Text(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}

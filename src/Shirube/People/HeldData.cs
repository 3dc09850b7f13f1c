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
    /// <summary>Belongs to the person in the whole installation: one government's administrator is not shown it of somebody who works for another too.</summary>
    public bool IsWholeInstallations => Table == "held_form" || Table.StartsWith("account", StringComparison.Ordinal);

    private static readonly ResourceManager Words = new("Shirube.Resources.HeldData", typeof(HeldData).Assembly);

    public static readonly IReadOnlyList<HeldData> All =
    [
        new("person", "person_id", StaysOnErasure: false),
        new("post", "person_id", StaysOnErasure: true),
        new("invitation", "person_id", StaysOnErasure: true, "secret_hash"),
        new(
            "account",
            "person_id",
            StaysOnErasure: false,
            "password_hash",
            "security_stamp",
            "concurrency_stamp",
            "invitation_hash",
            "totp_key",
            "last_totp_step"
        ),
        new("account_login", "person_id", StaysOnErasure: false),
        new("account_passkey", "person_id", StaysOnErasure: false, "credential_id", "data"),
        new("account_recovery_code", "person_id", StaysOnErasure: false, "code_hash"),
        new("account_session", "person_id", StaysOnErasure: false, "session_id"),
        new("held_form", "person_id", StaysOnErasure: true, "key_hash", "content"),
        new("audit_record", "person", StaysOnErasure: true),
        new("correction", "person_id", StaysOnErasure: true),
        new("left_correction", "person_id", StaysOnErasure: true),
        new("left_correction", "decided_by_person", StaysOnErasure: true),
        new("approval", "drafter_id", StaysOnErasure: true),
        new("approval_seat", "person_id", StaysOnErasure: true),
        new("approval_seat", "deputy_id", StaysOnErasure: true),
        new("approval_seat", "filled_by", StaysOnErasure: true),
        new("approval_seat", "confirmed_by", StaysOnErasure: true),
        new("approval_entry", "person_id", StaysOnErasure: true),
        new("route_seat", "person_id", StaysOnErasure: true),
        new("route_seat", "deputy_id", StaysOnErasure: true),
        new("delegation", "from_person", StaysOnErasure: true),
        new("delegation", "to_person", StaysOnErasure: true),
        new("notification", "person_id", StaysOnErasure: true),
        new("outgoing_mail", "person_id", StaysOnErasure: true),
        new("work_task", "person_id", StaysOnErasure: true),
        new("work_task", "made_by", StaysOnErasure: true),
        new("work_task", "done_by", StaysOnErasure: true),
        new("followed_document", "person_id", StaysOnErasure: true),
        new("calendar_done", "done_by", StaysOnErasure: true),
        new("plan_draft", "started_by", StaysOnErasure: true),
        new("draft_section", "set_by", StaysOnErasure: true),
        new("draft_passage", "saved_by", StaysOnErasure: true),
        new("draft_rival", "written_by", StaysOnErasure: true),
        new("draft_rival", "settled_by", StaysOnErasure: true),
        new("draft_snapshot", "taken_by", StaysOnErasure: true),
        new("draft_excuse", "excused_by", StaysOnErasure: true),
        new("draft_cell_change", "changed_by", StaysOnErasure: true),
        new("draft_indicator", "said_by", StaysOnErasure: true),
        new("change_decision", "person_id", StaysOnErasure: true),
        new("certification_round", "made_by", StaysOnErasure: true),
        new("certification_step", "done_by", StaysOnErasure: true),
    ];

    /// <summary>What is held there, for the one who reads.</summary>
    public string What => Text(Table);

    /// <summary>Why it stays; empty where it does not.</summary>
    public string Why => StaysOnErasure ? Text(Table + ".why") : "";

    private static string Text(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}

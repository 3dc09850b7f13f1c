using Shirube.Audit;
using Shirube.Calendar;
using Shirube.Data;
using Shirube.Documents;
using Shirube.Documents.Writing;
using Shirube.Faults;
using Shirube.Permissions;
using Shirube.Plans.Writing;
using Format = Shirube.Documents.DocumentFormat;

namespace Shirube.Plans.HandIn;

/// <summary>A file of a plan, or what stands in the way; null without both when there is no such plan.</summary>
public sealed record ExportedPlan(string Name, byte[]? Content, HandInState State, Fault? Fault = null);

/// <summary>計画を書き出す: as a file of its own, or into the ministry's empty form. That it was taken out is recorded.</summary>
public sealed class ExportPlan(ShirubeDb db, TimeProvider clock)
{
    /// <summary>Bytes of an empty form: the ministry's are some hundred thousand.</summary>
    public const int FormLimit = 2 * 1024 * 1024;

    /// <returns>Null when the government has no such plan.</returns>
    /// <exception cref="NotPermittedException">The asker takes no documents out.</exception>
    public async Task<ExportedPlan?> ExecuteAsync(
        Asker asker,
        int number,
        Format format,
        CancellationToken cancel = default
    )
    {
        if (await OpenAsync(asker, number, cancel) is not { } plan)
            return null;
        var state = await HandInState.OfAsync(db, plan, cancel);
        var document = await MarkedAsync(plan, PlanDocument.Of(plan.Content), state, cancel);
        var name =
            FileName.Of(document.Title) + (state.IsDraft ? DraftMark.Sign : "") + DocumentWriter.EndingOf(format);
        var file = await DocumentWriter.WriteAsync(document, format, cancel);
        if (file.Content is null)
            return new ExportedPlan(name, null, state, file.Fault);
        await RecordAsync(asker, plan.Draft, DocumentWriter.EndingOf(format)[1..], state.Approval, cancel);
        return new ExportedPlan(name, file.Content, state);
    }

    /// <summary>Something written of a plan, under the mark of a draft where no approval decided what the plan holds.</summary>
    public async Task<WrittenDocument> MarkedAsync(
        OpenPlan plan,
        WrittenDocument document,
        CancellationToken cancel = default
    ) => await MarkedAsync(plan, document, await HandInState.OfAsync(db, plan, cancel), cancel);

    private async Task<WrittenDocument> MarkedAsync(
        OpenPlan plan,
        WrittenDocument document,
        HandInState state,
        CancellationToken cancel
    ) =>
        state.IsDraft
            ? DraftMark.Over(document, DraftMark.Of(JapanDay.Today(clock), await plan.ApprovalAsync(db, cancel)))
            : document;

    /// <summary>What would be filled where; nothing is taken out.</summary>
    /// <returns>Null when the government has no such plan.</returns>
    /// <exception cref="NotPermittedException">The asker takes no documents out.</exception>
    /// <exception cref="DocumentRefusedException">The form is damaged, protected, or not safe to open.</exception>
    public async Task<FormFilling?> PreviewAsync(
        Asker asker,
        int number,
        string formName,
        byte[] form,
        CancellationToken cancel = default
    )
    {
        return await OpenAsync(asker, number, cancel) is { } plan ? Filled(plan, formName, form) : null;
    }

    /// <summary>As <see cref="PreviewAsync"/>, and takes the filled form out.</summary>
    /// <exception cref="NotPermittedException">The asker takes no documents out.</exception>
    /// <exception cref="DocumentRefusedException">The form is damaged, protected, or not safe to open.</exception>
    public async Task<FormFilling?> FillAsync(
        Asker asker,
        int number,
        string formName,
        byte[] form,
        CancellationToken cancel = default
    )
    {
        if (await OpenAsync(asker, number, cancel) is not { } plan)
            return null;
        var filling = Filled(plan, formName, form);
        if (filling.Content is null)
            return filling;
        await RecordAsync(asker, plan, "form", cancel);
        return filling with { State = await HandInState.OfAsync(db, plan, cancel) };
    }

    /// <summary>The form's own name, marked where nobody decided what stands in it.</summary>
    public static string FilledName(string formName, FormFilling filling) =>
        Path.GetFileNameWithoutExtension(formName)
        + (filling.State is { IsDraft: true } ? DraftMark.Sign : "")
        + Path.GetExtension(formName);

    private static FormFilling Filled(OpenPlan plan, string formName, byte[] form) =>
        form.Length > FormLimit
            ? new FormFilling { Fault = new Fault(null, "FORM008", null, FormLimit / (1024 * 1024)) }
            : FillForm.Into(plan.Content, formName, form);

    private async Task<OpenPlan?> OpenAsync(Asker asker, int number, CancellationToken cancel)
    {
        asker.Require(Act.ReadPlans);
        asker.Require(Act.ExportDocuments);
        return await OpenPlan.FindAsync(db, asker.Government!.Value, number, cancel);
    }

    /// <summary>Keeps that somebody took something of a plan away as a file, and whether an approval had decided it so.</summary>
    /// <param name="what">docx, form, tree.csv</param>
    /// <exception cref="NotPermittedException">The asker takes no documents out.</exception>
    public async Task RecordAsync(Asker asker, OpenPlan plan, string what, CancellationToken cancel = default) =>
        await RecordAsync(asker, plan.Draft, what, await HandInState.ApprovalOfAsync(db, plan, cancel), cancel);

    private Task RecordAsync(Asker asker, PlanDraft draft, string what, int? approval, CancellationToken cancel) =>
        RecordAsync(asker, draft, AuditValues.Of(("what", what), ("approval", approval)), cancel);

    /// <param name="taken">What was taken out, as the trail keeps it.</param>
    internal async Task RecordAsync(Asker asker, PlanDraft draft, string taken, CancellationToken cancel)
    {
        asker.Require(Act.ExportDocuments);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new AuditTrail(db, clock).AppendAsync(
            asker.Entry("plan.exported", draft.Address) with
            {
                After = taken,
            },
            cancel
        );
        await transaction.CommitAsync(cancel);
    }
}

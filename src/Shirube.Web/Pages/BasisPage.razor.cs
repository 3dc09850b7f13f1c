using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shirube.Documents;
using Shirube.Documents.Stored;
using Shirube.Indicators;
using Shirube.Permissions;
using Shirube.Plans;
using Shirube.Web.Hosting;
using Shirube.Web.Import;
using static Shirube.Web.Texts;

namespace Shirube.Web.Pages;

/// <summary>Asks a person what the yearly figures of one indicator are.</summary>
public partial class BasisPage
{
    private readonly List<FormError> errors = [];
    private OpenDocument? open;
    private ReadIndicator? indicator;
    private ChosenBasis chosen = new(null, null);
    private IReadOnlyList<Correction> history = [];
    private string? typedBasis;
    private string? typedDirection;
    private string? seen;
    private string? reason;

    [Parameter]
    public required string Code { get; set; }

    [Parameter]
    public int Number { get; set; }

    /// <summary>Counts the document's indicators from 1.</summary>
    [Parameter]
    public int No { get; set; }

    [SupplyParameterFromQuery]
    private int? Version { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private string Name => indicator!.Name?.Value ?? T("Open");

    private bool CanChange =>
        Asker.May(Act.CorrectValues) && open!.KeeperOf(ChooseBasis.PointerOf(No - 1, "")) == Asker.Government;

    private string Seen => $"{chosen.Basis},{chosen.Direction}";

    private string? ErrorAt(string field) => errors.Find(error => error.FieldId == field)?.Message;

    protected override async Task OnInitializedAsync()
    {
        open = await OpenDocument.FindAsync(Db, Code, Number, Version, Context.RequestAborted);
        if (open is null || No < 1 || No > open.Reading.Indicators.Count)
        {
            Navigation.NotFound();
            return;
        }
        indicator = open.Reading.Indicators[No - 1];
        chosen = open.Bases[No - 1];
        history =
        [
            .. open.Corrections.Where(correction =>
                correction.Pointer == ChooseBasis.PointerOf(No - 1, "targetBasis")
                || correction.Pointer == ChooseBasis.PointerOf(No - 1, "direction")
            ),
        ];
        (typedBasis, typedDirection) = (chosen.Basis?.ToString(), chosen.Direction?.ToString());
        if (!HttpMethods.IsPost(Context.Request.Method))
            return;
        var form = Context.Request.Form;
        (typedBasis, typedDirection, seen) = (form["basis"], form["direction"], form["seen"]);
        reason = form["reason"].ToString().Trim();
    }

    private async Task Choose()
    {
        var basis = Named<TargetBasis>(typedBasis);
        var direction = Named<Direction>(typedDirection);
        if (basis is null)
            errors.Add(new FormError("basis", T("Error.NoBasis")));
        if (direction is null)
            errors.Add(new FormError("direction", T("Error.NoDirection")));
        if (reason is not { Length: > 0 })
            errors.Add(new FormError("reason", T("Error.NoChoiceReason")));
        if (seen != Seen)
            errors.Add(new FormError("basis", T("Error.ChosenMeanwhile")));
        if (errors.Count > 0)
            return;
        try
        {
            await new ChooseBasis(Db, Clock).ExecuteAsync(
                Asker,
                open!.Version.VersionKey,
                new BasisChoice(No - 1, basis!.Value, direction!.Value, reason!),
                (chosen.Basis, chosen.Direction),
                Context.RequestAborted
            );
        }
        catch (DocumentRefusedException refused)
        {
            errors.Add(FormError.Of("basis", refused));
            return;
        }
        var notice = new Notice("Meaning.Done", [Name]);
        Navigation.NavigateTo(Notices.AddressOf(open!.Document.Address + "#indicators", notice));
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : null;
}

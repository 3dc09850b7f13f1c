using System.Text.RegularExpressions;
using Shirube.Documents.Forms;
using Shirube.Documents.Text;

namespace Shirube.Plans.HandIn;

/// <summary>Finds the place behind a label: a content control, the cell beside or below it, the lines under it.</summary>
internal sealed partial class LabelledPlaces(FormFile form, FoundPlaces found, IReadOnlyList<FormField> fields)
{
    private readonly FormLabels labels = new(
        form,
        fields.SelectMany(field => field.Labels).Select(FormLabel.Bare).Distinct()
    );

    public void Find()
    {
        foreach (var field in fields)
        {
            var places = Places(field).DistinctBy(place => place.Place.Id).ToList();
            if (places.Count > 1 && places.Where(place => place.IsNumbered).ToList() is [var numbered])
                places = [numbered];
            if (places.Count > 1)
                found.Unsure.Add(field.Name);
            else if (places.Count == 0 || !found.Take(field.Name, places[0].Place, ValueOf(field, places[0])))
                Without(field);
        }
    }

    private void Without(FormField field)
    {
        if (field.IsBlank)
            return;
        if (field.IsRepeated)
            found.Repeated.Add($"{field.Number}　{field.Name}「{field.Text}」".Trim());
        else
            found.Missing.Add(field.Name);
    }

    private sealed record Candidate(FormPlace Place, string Before, string Around, bool IsNumbered);

    private IEnumerable<Candidate> Places(FormField field)
    {
        var wanted = field.Labels.Select(FormLabel.Bare).ToHashSet(StringComparer.Ordinal);
        var controlled = form
            .Controls.Where(control => control.Key == field.Key || wanted.Contains(FormLabel.Bare(control.Key)))
            .Select(control => control.Value)
            .Where(found.IsFree)
            .ToList();
        if (controlled.Count > 0)
            return controlled.Select(place => new Candidate(place, "", "", true));
        return wanted.SelectMany(words =>
            labels
                .Standing(words)
                .SelectMany(label => label.Grid is null ? InText(field, label) : InGrid(field, label))
                .Concat(
                    labels
                        .Beginning(words)
                        .Where(label => !wanted.Contains(label.Label.Words))
                        .Select(label => new Candidate(
                            label.Place with
                            {
                                IsOpen = true,
                            },
                            label.Before,
                            label.Place.Text,
                            label.Grid is null && IsNumbered(field, label.Label)
                        ))
                )
        );
    }

    private static bool IsNumbered(FormField field, FormLabel label) =>
        label.Number is not null && label.Number == field.Number;

    private IEnumerable<Candidate> InGrid(FormField field, PrintedLabel printed)
    {
        var (grid, cell) = (printed.Grid!, printed.Cell!);
        if (printed.Label.Rest.Length > 0 && OpenText.Is(printed.Label.Rest))
            yield return Behind(field, printed);
        else if (PlaceOf(grid, cell) is { } place && found.IsFree(place))
            yield return new Candidate(place, "", Around(grid, cell), IsNumbered(field, printed.Label));
    }

    /// <summary>計画の名称：○○○ in one text.</summary>
    private static Candidate Behind(FormField field, PrintedLabel printed) =>
        new(
            printed.Place with
            {
                IsOpen = true,
            },
            printed.Place.Text[..printed.Place.Text.LastIndexOf(printed.Label.Rest, StringComparison.Ordinal)],
            printed.Place.Text,
            IsNumbered(field, printed.Label)
        );

    /// <summary>The cell beside the label where it waits to be filled, else the one below.</summary>
    private static FormPlace? PlaceOf(FormGrid grid, FormCell label)
    {
        if (grid.RightOf(label) is { Place.IsOpen: true } right)
            return right.Place;
        if (grid.Below(label) is { Place.IsOpen: true } below)
            return below.Place;
        return grid.MissingRightOf(label);
    }

    private static string Around(FormGrid grid, FormCell cell)
    {
        var right = grid.RightOf(cell);
        return cell.Text + " " + right?.Text + " " + (right is null ? "" : grid.RightOf(right)?.Text);
    }

    private IEnumerable<Candidate> InText(FormField field, PrintedLabel printed)
    {
        if (printed.Label.Rest.Length > 0)
        {
            if (OpenText.Is(printed.Label.Rest))
                yield return Behind(field, printed);
        }
        else if (printed.Line!.Below is { } below && found.IsFree(below) && (below.Exists || IsFree(printed.Line.Next)))
            yield return new Candidate(below, "", printed.Line.Text + below.Text, IsNumbered(field, printed.Label));
    }

    /// <summary>Between two labels, or at the end, nothing is lost by a new line.</summary>
    private bool IsFree(string next) =>
        string.IsNullOrWhiteSpace(next)
        || (FormLabel.Of(next) is { } label && (label.Number is not null || labels.Has(label.Words)));

    private static FormValue ValueOf(FormField field, Candidate candidate)
    {
        if (field.Yen is not { } yen)
            return new FormValue(candidate.Before + field.Text);
        // The unit stands beside the place: then only the number is written.
        var around = Folding.Squeeze(candidate.Around);
        if (candidate.Before.Length > 0 || MoneyIn(around) is not { } unit)
            return new FormValue(candidate.Before + field.Text);
        return new FormValue((yen / unit).ToString("#,##0.###", System.Globalization.CultureInfo.InvariantCulture))
        {
            Number = yen / unit,
        };
    }

    private static decimal? MoneyIn(string text) =>
        MoneyName().Match(text) is { Success: true } unit ? MoneyUnit.YenPer(unit.Value) : null;

    [GeneratedRegex(MoneyUnit.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex MoneyName();
}

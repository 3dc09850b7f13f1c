using Shirube.Documents.Forms;
using Shirube.Documents.Text;

namespace Shirube.Plans.HandIn;

/// <summary>Finds the place behind a label: a content control, the cell beside or below it, the lines under it.</summary>
internal sealed class LabelledPlaces(FormFile form, FoundPlaces found, IReadOnlyList<FormField> fields)
{
    private readonly HashSet<string> labels = [.. fields.SelectMany(field => field.Labels).Select(FormLabel.Bare)];

    public void Find()
    {
        foreach (var field in fields)
        {
            var places = Places(field).DistinctBy(place => place.Place.Id).ToList();
            if (places.Count > 1 && places.Where(place => place.IsNumbered).ToList() is [var numbered])
                places = [numbered];
            if (places.Count > 1)
                found.Unsure.Add(field.Name);
            else if (
                places.Count == 0
                || !found.Take(field.Key, field.Name, places[0].Place, ValueOf(field, places[0]))
            )
            {
                if (!field.IsBlank && !field.IsRepeated)
                    found.Missing.Add(field.Name);
            }
        }
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
        return form
            .Grids.SelectMany(grid => grid.Cells.SelectMany(cell => InGrid(field, wanted, grid, cell)))
            .Concat(form.Lines.SelectMany(line => InText(field, wanted, line)));
    }

    private IEnumerable<Candidate> InGrid(FormField field, HashSet<string> wanted, FormGrid grid, FormCell cell)
    {
        if (FormLabel.Of(cell.Text) is not { } label)
            yield break;
        if (!wanted.Contains(label.Words))
        {
            if (InLine(wanted, cell.Text) is { } before)
                yield return new Candidate(cell.Place with { IsOpen = true }, before, cell.Text, false);
            yield break;
        }
        var isNumbered = label.Number is not null && label.Number == field.Number;
        if (label.Rest.Length > 0 && OpenText.Is(label.Rest))
            yield return new Candidate(
                cell.Place with
                {
                    IsOpen = true,
                },
                cell.Text[..cell.Text.LastIndexOf(label.Rest, StringComparison.Ordinal)],
                cell.Text,
                isNumbered
            );
        else if (PlaceOf(grid, cell) is { } place && found.IsFree(place))
            yield return new Candidate(place, "", Around(grid, cell), isNumbered);
    }

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

    private IEnumerable<Candidate> InText(FormField field, HashSet<string> wanted, FormLine line)
    {
        if (FormLabel.Of(line.Text) is not { } label)
            yield break;
        var isNumbered = label.Number is not null && label.Number == field.Number;
        if (!wanted.Contains(label.Words))
        {
            if (InLine(wanted, line.Text) is { } before)
                yield return new Candidate(line.Place with { IsOpen = true }, before, line.Text, isNumbered);
        }
        else if (label.Rest.Length > 0)
        {
            if (OpenText.Is(label.Rest))
                yield return new Candidate(
                    line.Place with
                    {
                        IsOpen = true,
                    },
                    line.Text[..line.Text.LastIndexOf(label.Rest, StringComparison.Ordinal)],
                    line.Text,
                    isNumbered
                );
        }
        else if (line.Below is { } below && found.IsFree(below) && (below.Exists || CanInsertBefore(line.Next)))
            yield return new Candidate(below, "", line.Text + below.Text, isNumbered);
    }

    /// <summary>総事業費　　　　千円: a label and the space for its value in one line.</summary>
    private static string? InLine(HashSet<string> wanted, string text)
    {
        foreach (var label in wanted)
        {
            var at = text.IndexOf(label, StringComparison.Ordinal);
            if (at < 0 || at > 3)
                continue;
            var rest = text[(at + label.Length)..];
            var gap = rest.Length > 0 && char.IsWhiteSpace(rest[0]);
            if (gap && OpenText.Is(UnitEnd(rest)) && rest.Trim().Length < rest.Length)
                return text[..(at + label.Length)] + "　";
        }
        return null;
    }

    private static string UnitEnd(string rest)
    {
        var folded = rest.Trim();
        foreach (var unit in (string[])["千円", "円", "百万円"])
            if (folded.EndsWith(unit, StringComparison.Ordinal))
                return folded[..^unit.Length];
        return folded;
    }

    /// <summary>Between two labels, or at the end, nothing is lost by a new line.</summary>
    private bool CanInsertBefore(string next) =>
        string.IsNullOrWhiteSpace(next)
        || (FormLabel.Of(next) is { } label && (label.Number is not null || labels.Contains(label.Words)));

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

    private static decimal? MoneyIn(string text)
    {
        foreach (var unit in (string[])["百万円", "千円", "円"])
            if (text.Contains(unit, StringComparison.Ordinal))
                return MoneyUnit.YenPer(unit);
        return null;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirube.Calendar;

namespace Shirube.Indicators;

/// <summary>
/// The achievement contract: an array of cases in, an array of judgements out, in the same order. A case that cannot
/// be read is answered with its error, the others with their judgement.
/// </summary>
public static class AchievementJson
{
    /// <summary>Judges every case; returns the answers as JSON and how many cases were refused.</summary>
    /// <exception cref="JsonException">The input is not JSON, or not an array.</exception>
    public static (byte[] Json, int Refused) Judge(ReadOnlyMemory<byte> input)
    {
        using var cases = JsonDocument.Parse(input.Span.StartsWith(Encoding.UTF8.Preamble) ? input[3..] : input);
        if (cases.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException(Wrong("NotArray").Message);
        var refused = 0;
        using var output = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartArray();
            foreach (var item in cases.RootElement.EnumerateArray())
                refused += Answer(json, item) ? 0 : 1;
            json.WriteEndArray();
        }
        return (output.ToArray(), refused);
    }

    private static bool Answer(Utf8JsonWriter json, JsonElement item)
    {
        json.WriteStartObject();
        json.WritePropertyName("id");
        WriteId(json, item);
        try
        {
            Write(json, Read(item).Judge());
            return true;
        }
        catch (FormatException wrong)
        {
            json.WriteString("error", wrong.Message);
            return false;
        }
        catch (InvalidOperationException)
        {
            json.WriteString("error", Wrong("Letters").Message);
            return false;
        }
        catch (OverflowException)
        {
            json.WriteString("error", Wrong("TooLarge").Message);
            return false;
        }
        finally
        {
            json.WriteEndObject();
        }
    }

    /// <summary>As it was given; null where it was not, or where its letters are no text (half of a surrogate pair).</summary>
    private static void WriteId(Utf8JsonWriter json, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out var id))
        {
            json.WriteNullValue();
            return;
        }
        try
        {
            // Tried apart: what fails half-way would leave half an answer.
            using var alone = new Utf8JsonWriter(Stream.Null);
            id.WriteTo(alone);
        }
        catch (InvalidOperationException)
        {
            json.WriteNullValue();
            return;
        }
        id.WriteTo(json);
    }

    private static void Write(Utf8JsonWriter json, Achievement answer)
    {
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(answer.Status.ToString()));
        json.WriteBoolean("provisional", answer.IsProvisional);
        WriteNumber(json, "target", answer.Target);
        WriteNumber(json, "actual", answer.Actual);
        WriteNumber(json, "rate", answer.Rate);
        json.WriteString(
            "rateIs",
            answer.RateIs switch
            {
                RateOf.Target => "ofTarget",
                RateOf.Way => "ofWay",
                _ => null,
            }
        );
        json.WriteString("why", answer.Why);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static AchievementCase Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw Wrong("Case");
        if (
            item.EnumerateObject().CountBy(property => property.Name).FirstOrDefault(name => name.Value > 1).Key is
            { } twice
        )
            throw Wrong("Twice", twice);
        var read = new AchievementCase
        {
            Basis = Word<TargetBasis>(item, "basis"),
            Direction = Word<Direction>(item, "direction"),
            Baseline = Optional(item, "baseline") is { } baseline ? Number(baseline, "baseline") : null,
            Targets = ByYear(item, "targets", value => Number(value, "targets")),
            Ranges = ByYear(item, "range", Range),
            Actuals = ByYear(item, "actuals", Actual),
            Year = Year(item),
        };
        return read.MixesLevelsAndIncrements ? throw Wrong("Mixed") : read;
    }

    private static T Word<T>(JsonElement item, string name)
        where T : struct, Enum
    {
        var word = Optional(item, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(candidate.ToString()) == word)
                return candidate;
        }
        throw Unknown(
            name,
            word,
            Enum.GetValues<T>().Select(known => JsonNamingPolicy.CamelCase.ConvertName(known.ToString()))
        );
    }

    private static FiscalYear Year(JsonElement item) =>
        Optional(item, "year") is { ValueKind: JsonValueKind.Number } year
        && year.TryGetInt32(out var number)
        && number is >= 1868 and <= 2200
            ? new FiscalYear(number)
            : throw Wrong("Year");

    private static Dictionary<FiscalYear, T> ByYear<T>(JsonElement item, string name, Func<JsonElement, T> read)
    {
        var byYear = new Dictionary<FiscalYear, T>();
        if (Optional(item, name) is not { } years)
            return byYear;
        if (years.ValueKind != JsonValueKind.Object)
            throw Wrong("Years", name);
        foreach (var entry in years.EnumerateObject())
        {
            if (
                !int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || year is < 1868 or > 2200
            )
                throw Wrong("YearKey", name, entry.Name);
            if (entry.Value.ValueKind != JsonValueKind.Null && !byYear.TryAdd(new FiscalYear(year), read(entry.Value)))
                throw Wrong("Twice", $"{name}: {entry.Name}");
        }
        return byYear;
    }

    private static decimal Number(JsonElement value, string name) =>
        value.ValueKind != JsonValueKind.Number ? throw Wrong("Number", name)
        : value.TryGetDecimal(out var number) && IsWhole(value.GetRawText(), number) ? number
        : throw Wrong("Digits", name);

    /// <summary>No digit was lost: a decimal holds 28 of them, and a figure that was rounded could turn a judgement.</summary>
    private static bool IsWhole(string written, decimal number)
    {
        var mantissa = written.AsSpan(
            0,
            written.AsSpan().IndexOfAny('e', 'E') is var at and >= 0 ? at : written.Length
        );
        return Digits(mantissa.ToString()) == Digits(number.ToString(CultureInfo.InvariantCulture));

        static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit)).Trim('0');
    }

    private static (decimal, decimal) Range(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2)
            throw Wrong("Range");
        var (low, high) = (Number(value[0], "range"), Number(value[1], "range"));
        return low <= high ? (low, high) : throw Wrong("RangeOrder");
    }

    private static YearActual Actual(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong("Actual");
        var number = Optional(value, "value") is { } given ? Number(given, "actuals") : (decimal?)null;
        var state = (Optional(value, "state")?.ToString() ?? (number is null ? "notEntered" : "final")) switch
        {
            "final" => FigureState.Final,
            "provisional" => FigureState.Provisional,
            "pending" => FigureState.Pending,
            "notEntered" => FigureState.NotEntered,
            var other => throw Unknown("state", other, ["final", "provisional", "pending", "notEntered"]),
        };
        var isLevel = (Optional(value, "is")?.ToString() ?? "asPrinted") switch
        {
            "level" => true,
            "asPrinted" => false,
            var other => throw Unknown("is", other, ["level", "asPrinted"]),
        };
        return new YearActual(number, state, isLevel);
    }

    private static JsonElement? Optional(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static FormatException Unknown(string name, string word, IEnumerable<string> known) =>
        Wrong("Word", name, word, string.Join(", ", known));

    private static FormatException Wrong(string key, params object[] arguments) =>
        new(AchievementWords.Wrong(key, arguments));
}

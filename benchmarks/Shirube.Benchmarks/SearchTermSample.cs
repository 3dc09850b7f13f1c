using Shirube.Search;

namespace Shirube.Benchmarks;

/// <summary>A term that is asked for, and how common it is.</summary>
internal sealed record SampledTerm(string Text, SearchTerms Terms, long Hits, bool IsRare);

/// <summary>Terms of 1 to 13 characters out of the generated texts, some rare, some dense.</summary>
internal sealed class SearchTermSample(SearchCorpus corpus, int plans, int governments)
{
    /// <summary>In at most one passage of 5,000; in at least one of 20.</summary>
    private const int Rare = 5000;
    private const int Dense = 20;

    /// <param name="each">Rare terms of each length; of dense ones, which PostgreSQL alone needs seconds for, half as many.</param>
    /// <param name="count">How many passages hold a folded term.</param>
    public IEnumerable<SampledTerm> Take(int each, long passages, Func<string, long> count)
    {
        var random = new Random(7);
        var half = (each + 1) / 2;
        for (var length = 1; length <= 13; length++)
        {
            var (rare, dense) = (0, 0);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var tries = 0; tries < 300 && (rare < each || dense < half); tries++)
            {
                var folded = Piece(random, length, tries % 2 == 0);
                if (folded is null || !seen.Add(folded))
                    continue;
                var hits = count(folded);
                var isRare = hits * Rare <= passages;
                if ((isRare && rare >= each) || (!isRare && (hits * Dense < passages || dense >= half)))
                    continue;
                _ = isRare ? rare++ : dense++;
                yield return new(folded, new SearchTerms([folded]), hits, isRare);
            }
        }
    }

    /// <param name="fromName">Out of a title or a KPI's name, where rare words stand closer together.</param>
    private string? Piece(Random random, int length, bool fromName)
    {
        var plan = random.Next(plans);
        var entries = corpus.Plan(plan % governments, (plan / governments) + 1).Entries;
        var text = entries[fromName ? random.Next(10) : 11 + (2 * random.Next(16))].Folded;
        return text.Length < length ? null : text.Substring(random.Next(text.Length - length + 1), length);
    }
}

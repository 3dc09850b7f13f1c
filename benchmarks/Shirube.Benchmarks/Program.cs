using Shirube.Benchmarks;

return args switch
{
    ["pdf"] => PdfBenchmark.Run(),
    ["fill"] => FillBenchmark.Run(),
    ["reading", var folder] => ReadingBenchmark.Run(folder),
    ["import"] => await ImportBenchmark.RunAsync(),
    ["start"] => await StartBenchmark.ServeAsync(),
    ["tenancy"] => await TenancyBenchmark.RunAsync(),
    ["search"] => await SearchBenchmark.RunAsync(plans: 18_000, each: 4),
    ["search", "--plans", var plans] => await SearchBenchmark.RunAsync(Number(plans), each: 3),
    ["search", "--plans", var plans, "--folder", var kept] => await SearchBenchmark.RunAsync(Number(plans), 4, kept),
    ["search", "--plans", var plans, "--folder", var kept, "--terms", var each] => await SearchBenchmark.RunAsync(
        Number(plans),
        Number(each),
        kept
    ),
    ["comparison"] => ComparisonBenchmark.Run(),
    ["save"] => await SaveBenchmark.RunAsync(),
    ["help"] => StartBenchmark.Help(),
    ["fuzz", var folder] => FuzzBench.Run(folder, cases: 20_000, pdfCases: 300, seed: 1),
    ["fuzz", var folder, var cases, var pdfCases, var seed] => FuzzBench.Run(
        folder,
        Number(cases),
        Number(pdfCases),
        Number(seed)
    ),
    ["all", var folder] => await AllAsync(folder),
    _ => Usage(),
};

static async Task<int> AllAsync(string folder)
{
    StartBenchmark.Help();
    await StartBenchmark.ServeAsync();
    ReadingBenchmark.Run(folder);
    PdfBenchmark.Run();
    FillBenchmark.Run();
    ComparisonBenchmark.Run();
    await SaveBenchmark.RunAsync();
    await TenancyBenchmark.RunAsync();
    return await ImportBenchmark.RunAsync();
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        """
        Shirube.Benchmarks COMMAND
          all FOLDER                 every measurement below, in one run
          help                       `shirube --help`, against a bare console program
          start                      process start to first page, against an empty site and the database's own start
          reading FOLDER             time of reading the text documents of a folder, against one fold-and-split pass
          pdf                        a 100-page plan, against the two poppler runs that it needs
          comparison                 two 100-page plans side by side, against the bare comparison of their paragraphs
          save                       one passage saved while somebody types, in a small and in a large plan
          fill                       a plan into an empty Word form, against copying the file
          import                     1,000 documents into a private database: documents a second, memory
          tenancy                    a plan's page with permission and row-level security, against without; a sign-in
          search [--plans N [--folder FOLDER [--terms N]]]
                                     full-text search over 18,000 plans, against a LIKE scan, the bare index and Groonga
          fuzz FOLDER [CASES PDFCASES SEED]
                                     damaged documents: none may throw, take more than 2 s or more than 256 MB
        Every time is a ratio to a limit measured in the same run, ours and the other in turn.
        """
    );
    return 2;
}

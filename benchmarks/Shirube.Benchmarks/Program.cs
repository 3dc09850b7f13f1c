using Shirube.Benchmarks;

return args switch
{
    ["reading", var folder] => ReadingBenchmark.Run(folder),
    ["fuzz", var folder] => FuzzBench.Run(folder, cases: 20_000, seed: 1),
    ["fuzz", var folder, var cases, var seed] => FuzzBench.Run(folder, Number(cases), Number(seed)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        """
        Shirube.Benchmarks COMMAND
          reading FOLDER             time of reading the text documents of a folder, against one fold-and-split pass
          fuzz FOLDER [CASES SEED]   damaged documents: none may throw, take more than 2 s or more than 256 MB
        Every figure is a ratio to a limit measured in the same run, ours and the other in turn.
        """
    );
    return 2;
}

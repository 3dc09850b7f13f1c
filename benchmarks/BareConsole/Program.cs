// The least that a console program can be: what `shirube --help` is measured against.
Console.WriteLine("ok");

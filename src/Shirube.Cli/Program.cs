using Shirube.Documents;
using Shirube.Documents.Recognition;

var file = args[^1];
var document = DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file));
using var output = Console.OpenStandardOutput();
output.Write(ReadingJson.Write(Recogniser.Read(document)));
return 0;

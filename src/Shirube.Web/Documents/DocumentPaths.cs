namespace Shirube.Web.Documents;

internal static class DocumentPaths
{
    /// <summary>Route of a document's pages; <see cref="Documents.Stored.Document.AddressOf"/> writes the same.</summary>
    public const string Of = "/governments/{code}/documents/{number:int}";
}

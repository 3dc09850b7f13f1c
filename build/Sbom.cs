#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RunAnalyzers=false
// Writes what Shirube ships that others made, as CycloneDX 1.6 JSON: every package with its version, hash and licence.
// Ends with 1 when a package has a licence that nobody has looked at.
//   dotnet run build/Sbom.cs -- FILE
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

string[] known = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-.NET-Library"];

// Where a package names an address instead of a licence: what was found there.
var lookedAt = new Dictionary<string, string>
{
    ["https://github.com/mmanela/diffplex/blob/master/License.txt"] = "Apache-2.0",
    ["http://go.microsoft.com/fwlink/?LinkId=329770"] = "MS-.NET-Library",
};
var packages =
    Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var components = new JsonArray();
var unknown = new List<string>();

void Add(string name, string version, string purl, string hash, string licence)
{
    if (!known.Contains(licence))
        unknown.Add($"{name} {version}: {licence}");
    components.Add(
        new JsonObject
        {
            ["type"] = "library",
            ["name"] = name,
            ["version"] = version,
            ["purl"] = purl,
            ["hashes"] = new JsonArray(
                new JsonObject
                {
                    ["alg"] = "SHA-512",
                    ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(hash)),
                }
            ),
            ["licenses"] = new JsonArray(
                new JsonObject
                {
                    ["license"] = new JsonObject
                    {
                        [licence.StartsWith("MS-", StringComparison.Ordinal) ? "name" : "id"] = licence,
                    },
                }
            ),
        }
    );
}

using (var shipped = JsonDocument.Parse(File.ReadAllText("src/Shirube.Cli/packages.lock.json")))
{
    var locked = shipped.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject();
    foreach (
        var package in locked
            .Where(one => one.Value.TryGetProperty("resolved", out _))
            .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
    )
    {
        var version = package.Value.GetProperty("resolved").GetString()!;
        Add(
            package.Name,
            version,
            $"pkg:nuget/{package.Name}@{version}",
            package.Value.GetProperty("contentHash").GetString()!,
            LicenceOf(package.Name, version)
        );
    }
}
using (var shipped = JsonDocument.Parse(File.ReadAllText("src/Shirube.Web/package-lock.json")))
{
    const string under = "node_modules/";
    foreach (var package in shipped.RootElement.GetProperty("packages").EnumerateObject())
    {
        // What only builds the page assets is not shipped.
        var builds = package.Value.TryGetProperty("dev", out _) || package.Value.TryGetProperty("devOptional", out _);
        if (!package.Name.StartsWith(under, StringComparison.Ordinal) || builds)
            continue;
        var (name, version) = (package.Name[under.Length..], package.Value.GetProperty("version").GetString()!);
        Add(
            name,
            version,
            $"pkg:npm/{Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)}@{version}",
            package.Value.GetProperty("integrity").GetString()!["sha512-".Length..],
            package.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "none"
        );
    }
}
foreach (var one in unknown)
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A licence that nobody has looked at: {one}"));
var bom = new JsonObject
{
    ["bomFormat"] = "CycloneDX",
    ["specVersion"] = "1.6",
    ["version"] = 1,
    ["metadata"] = new JsonObject
    {
        ["component"] = new JsonObject { ["type"] = "application", ["name"] = "shirube" },
    },
    ["components"] = components,
};
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[0]))!);

// A sign like + in a version is to be read as it is.
var readable = new JsonSerializerOptions
{
    WriteIndented = true,
    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
};
File.WriteAllText(args[0], bom.ToJsonString(readable) + "\n");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{components.Count} packages: {args[0]}"));
return unknown.Count == 0 ? 0 : 1;

string LicenceOf(string name, string version)
{
    var lower = name.ToLowerInvariant();
    var metadata = XDocument.Load(Path.Combine(packages, lower, version, lower + ".nuspec")).Root!.Elements().First();
    string? Text(string element) => metadata.Elements().FirstOrDefault(one => one.Name.LocalName == element)?.Value;
    return Text("license")
        ?? (Text("licenseUrl") is { } address ? lookedAt.GetValueOrDefault(address, address) : "none");
}

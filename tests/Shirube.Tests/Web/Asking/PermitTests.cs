using System.Net;
using Microsoft.AspNetCore.Routing;
using Shirube.Governments;
using Shirube.Permissions;
using Shirube.Tests.Documents.Stored;
using Shirube.Web.Asking;

namespace Shirube.Tests.Web.Asking;

/// <summary>Every address as every role: the table of permissions is what the site does.</summary>
public sealed class PermitTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const string Own = "202029";

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Endpoint_Each_SaysWhatItAsksForOrThatItIsOpen() =>
        site
            .Endpoints.Where(endpoint =>
                endpoint.Metadata.GetMetadata<MayAttribute>() is null
                == endpoint.Metadata.GetMetadata<OpenAttribute>() is null
            )
            .Select(endpoint => endpoint.DisplayName)
            // The framework's own, which nothing here uses: what says nothing is refused.
            .ShouldBe(["Blazor Opaque Redirection"]);

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Get_EachAddress_IsWhatTheTableSaysOfTheRole(Role role)
    {
        int? department = role is Role.DepartmentOfficer ? await site.AddDepartmentAsync(Own, "権限の課") : null;
        var person = await site.AddPersonAsync("見本 " + role, (Own, role, department));
        using var client = site.NewClient(await site.WithSecondFactorAsync(person, role));
        var wrong = new List<string>();

        foreach (var (endpoint, address) in Addresses())
        {
            var act = endpoint.Metadata.GetMetadata<MayAttribute>()!.Act;
            var may = act == Act.KeepOwnAccount || PermissionTable.Of(role, act) > Reach.None;
            using var answer = await client.SendAsync(new(MethodOf(endpoint), address), Cancel);
            if (answer.StatusCode == HttpStatusCode.Forbidden == may)
                wrong.Add($"{role} {act} {address}: {answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_EachAddress_LeadsStrangersToTheSignInAndTellsNothing()
    {
        using var stranger = site.NewStranger(follows: false);
        var wrong = new List<string>();

        foreach (var (endpoint, address) in Addresses())
        {
            using var answer = await stranger.SendAsync(new(MethodOf(endpoint), address), Cancel);
            if (
                answer.StatusCode != HttpStatusCode.Found
                || !$"{answer.Headers.Location}".StartsWith("/sign-in", StringComparison.Ordinal)
            )
                wrong.Add($"{address}: {answer.StatusCode} {answer.Headers.Location}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_EachAddressOfAnotherGovernment_IsNotFound()
    {
        // With every role there is, so that nothing but the government stands in the way; and with a document there.
        (Role, int?)[] all =
        [
            .. Enum.GetValues<Role>().Where(role => role != Role.DepartmentOfficer).Select(role => (role, (int?)null)),
        ];
        var person = await site.AddPersonAsync(
            "よその職員（見本）",
            [.. all.Select(post => ("102041", post.Item1, post.Item2))]
        );
        using var client = site.NewClient(await site.WithSecondFactorAsync(person, Role.Administrator));
        await site.ImportAsync(
            SamplePlan.File("よその団体の計画") with
            {
                Government = GovernmentCode.Parse(Own),
            },
            Cancel
        );
        var wrong = new List<string>();

        foreach (
            var (endpoint, address) in Addresses().Where(one => one.Address.Contains(Own, StringComparison.Ordinal))
        )
        {
            using var answer = await client.SendAsync(new(MethodOf(endpoint), address), Cancel);
            if (answer.StatusCode != HttpStatusCode.NotFound)
                wrong.Add($"{address}: {answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Every address that asks for something, with something plausible in its places.</summary>
    private IEnumerable<(RouteEndpoint Endpoint, string Address)> Addresses() =>
        site
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<MayAttribute>() is not null)
            .Select(endpoint => (endpoint, AddressOf(endpoint.RoutePattern)));

    private static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
        && !methods.Contains("GET")
            ? new(methods[0])
            : HttpMethod.Get;

    private static string AddressOf(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart named =>
                                named.Name.ToLowerInvariant() switch
                                {
                                    "code" => Own,
                                    "number" or "no" or "indicator" => "1",
                                    _ => Guid.Empty.ToString(),
                                },
                            _ => "",
                        }
                    )
                )
            )
        );
}

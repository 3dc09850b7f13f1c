using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Shirube.Tests.Web.Accounts;

/// <summary>
/// An OpenID Connect provider on loopback at which somebody is signed in already. Checks what the site sends as a real
/// one does; tests make it answer wrongly.
/// </summary>
internal sealed class StandInProvider : IAsyncDisposable
{
    public const string ClientId = "shirube";
    public const string ClientSecret = "a secret between the two";

    private readonly RSA key = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge, string Redirect)> codes = [];
    private WebApplication? app;

    public string Issuer { get; private set; } = "";
    public string Subject { get; set; } = "";
    public string Mail { get; set; } = "";

    /// <summary>Changes the claims before they are signed.</summary>
    public Action<Dictionary<string, object>> Claims { get; set; } = _ => { };

    /// <summary>Changes the token after it was signed.</summary>
    public Func<string, string> Token { get; set; } = token => token;
    public string Algorithm { get; set; } = "RS256";

    /// <summary>What the browser is sent back with, instead of a code.</summary>
    public string? Error { get; set; }

    /// <summary>Somebody else is signed in at it, and it answers rightly.</summary>
    public StandInProvider Fresh()
    {
        (Subject, Mail, Error, Algorithm) = ("staff-" + Guid.NewGuid().ToString("N"), "", null, "RS256");
        (Claims, Token) = (_ => { }, token => token);
        return this;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Document);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", ExchangeAsync);
        await app.StartAsync();
        Issuer = app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Document() =>
        Results.Json(
            new Dictionary<string, string>
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = Issuer + "/authorize",
                ["token_endpoint"] = Issuer + "/token",
                ["jwks_uri"] = Issuer + "/keys",
            }
        );

    private IResult Keys()
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = "one",
                        n = WebEncoders.Base64UrlEncode(open.Modulus!),
                        e = WebEncoders.Base64UrlEncode(open.Exponent!),
                    },
                },
            }
        );
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        asked["response_type"].ToString().ShouldBe("code");
        asked["client_id"].ToString().ShouldBe(ClientId);
        asked["code_challenge_method"].ToString().ShouldBe("S256");
        asked["scope"].ToString().Split(' ').ShouldContain("openid");
        var back = asked["redirect_uri"].ToString();
        var state = asked["state"].ToString();
        if (Error is not null)
            return Results.Redirect(
                QueryHelpers.AddQueryString(
                    back,
                    new Dictionary<string, string?> { ["error"] = Error, ["state"] = state }
                )
            );
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (asked["nonce"].ToString(), asked["code_challenge"].ToString(), back);
        return Results.Redirect(
            QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = state })
        );
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.Remove(form["code"].ToString(), out var issued))
            return Results.BadRequest(new { error = "invalid_grant" });
        var verifier = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        WebEncoders.Base64UrlEncode(verifier).ShouldBe(issued.Challenge);
        form["redirect_uri"].ToString().ShouldBe(issued.Redirect);
        form["client_secret"].ToString().ShouldBe(ClientSecret);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = Subject,
            ["nonce"] = issued.Nonce,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["email"] = Mail,
            ["email_verified"] = true,
        };
        Claims(claims);
        return Results.Json(
            new Dictionary<string, object>
            {
                ["access_token"] = "unused",
                ["token_type"] = "Bearer",
                ["id_token"] = Token(Signed(claims)),
            }
        );
    }

    private string Signed(Dictionary<string, object> claims)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                alg = Algorithm,
                kid = "one",
                typ = "JWT",
            }
        );
        var body = JsonSerializer.SerializeToUtf8Bytes(claims);
        var signed = $"{WebEncoders.Base64UrlEncode(head)}.{WebEncoders.Base64UrlEncode(body)}";
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{WebEncoders.Base64UrlEncode(signature)}";
    }
}

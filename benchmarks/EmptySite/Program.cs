// The least that an ASP.NET program can be: what starting Shirube is measured against.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "ok");
app.Run();

using Shirube.Web.Import;

namespace Shirube.Tests.Web;

public sealed class FieldNameTests
{
    [Theory]
    [InlineData("v:/indicators/0/name", "Typed", "/indicators/0/name")]
    [InlineData("ok:/area", "Accepted", "/area")]
    [InlineData("seen:KPI101:/indicators/0:12:0", "Seen", "KPI101:/indicators/0:12:0")]
    [InlineData("seen", "Own", "seen")]
    [InlineData("reason", "Own", "reason")]
    public void Parse_Name_SaysRoleAndWhoseAndWritesItBack(string name, string role, string of)
    {
        var parsed = FieldName.Parse(name);

        parsed.ShouldBe(new FieldName(Enum.Parse<FieldRole>(role), of));
        parsed.ToString().ShouldBe(name);
    }
}

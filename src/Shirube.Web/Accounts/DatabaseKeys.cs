using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Shirube.Data;

namespace Shirube.Web.Accounts;

/// <summary>
/// The keys that cookies, open forms and notices are encrypted with, in the database: what one node of the site wrote,
/// every other one reads, and a restart ends no session.
/// </summary>
/// <param name="store">Asked for when the first key is: the site opens before its database does.</param>
internal sealed class DatabaseKeys(Func<Store> store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = store().Connections.CreateCommand("select xml from data_protection_key order by number");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = store()
            .Connections.CreateCommand("insert into data_protection_key (friendly_name, xml) values ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName ?? "" });
        command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}

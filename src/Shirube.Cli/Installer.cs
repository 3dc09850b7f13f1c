using Shirube.Governments;
using Shirube.Permissions;

namespace Shirube.Cli;

/// <summary>Who gives commands: the login under which they run, which holds the database.</summary>
internal static class Installer
{
    public static Asker For(GovernmentCode? government, string command) =>
        Asker.Installer(government, $"shirube {command} ({Environment.UserName})");
}

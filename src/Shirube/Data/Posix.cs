using System.Runtime.InteropServices;

namespace Shirube.Data;

/// <summary>The few calls of the operating system that .NET has no words for.</summary>
internal static class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    public static bool IsRoot => Environment.IsPrivilegedProcess;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Signal(int process, int signal);
}

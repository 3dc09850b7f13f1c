namespace Shirube.Web.Accounts.Provider;

/// <summary>The provider is not there, or what it says cannot be trusted.</summary>
internal sealed class ProviderRefusedException(string message, Exception? inner = null) : Exception(message, inner);

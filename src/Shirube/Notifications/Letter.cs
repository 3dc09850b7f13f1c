namespace Shirube.Notifications;

/// <summary>One mail as it is handed to a mail server.</summary>
/// <param name="Id">The same whenever this mail is handed over: by it a second copy is known as one.</param>
public sealed record Letter(string Id, string To, string Subject, string Text);

/// <summary>Hands a mail over.</summary>
/// <exception cref="MailRefusedException">The server will never take it.</exception>
/// <exception cref="IOException">It could not be handed over now.</exception>
public delegate Task MailDelivery(Letter letter, CancellationToken cancel);

/// <summary>The mail server said that this mail is not to be tried again: no such address, refused content.</summary>
public sealed class MailRefusedException(string said) : Exception(said);

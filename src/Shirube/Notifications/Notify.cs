using Shirube.Data;
using Shirube.Governments;

namespace Shirube.Notifications;

/// <summary>Tells people something as part of what is being done: stored when that is, or not at all.</summary>
internal static class Notify
{
    public static void Add(
        ShirubeDb db,
        GovernmentCode government,
        IEnumerable<Guid> people,
        NotificationKind kind,
        string subject,
        DateTimeOffset now,
        params IReadOnlyList<string> arguments
    ) =>
        db.AddRange(
            people
                .Distinct()
                .Select(person => new Notification
                {
                    GovernmentCode = government,
                    NotificationId = Guid.CreateVersion7(now),
                    PersonId = person,
                    Kind = kind,
                    Subject = subject,
                    Arguments = [.. arguments.Select(Storable.Text)],
                    CreatedAt = now,
                })
        );
}

using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Permissions;

namespace Shirube.Notifications;

/// <summary>通知を既読にする: the person's own, one or all. Nothing of anybody else's work changes, so no trail is kept.</summary>
public sealed class ReadNotifications(ShirubeDb db, TimeProvider clock)
{
    /// <param name="notification">Null for all.</param>
    /// <returns>How many were unread.</returns>
    public async Task<int> ExecuteAsync(Asker asker, Guid? notification, CancellationToken cancel = default)
    {
        asker.Require(Act.KeepOwnAccount);
        return await db
            .Notifications.Where(told => told.PersonId == asker.Person && told.ReadAt == null)
            .Where(told => notification == null || told.NotificationId == notification)
            .ExecuteUpdateAsync(told => told.SetProperty(row => row.ReadAt, clock.GetUtcNow()), cancel);
    }
}

using Shirube.Permissions;

namespace Shirube.Tasks;

public static class OwnTasks
{
    /// <summary>What the person may finish: own, of the person's departments, or made by the person.</summary>
    public static IQueryable<WorkTask> Of(this IQueryable<WorkTask> tasks, Asker asker)
    {
        var departments = asker.Posts.Select(post => post.Department).OfType<int>().ToList();
        return tasks.Where(task =>
            task.PersonId == asker.Person
            || task.MadeBy == asker.Person
            || (task.DepartmentNumber != null && departments.Contains(task.DepartmentNumber.Value))
        );
    }
}

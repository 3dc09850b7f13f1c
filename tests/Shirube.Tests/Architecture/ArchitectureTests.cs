using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;
using Shirube.Data;
using Shirube.Documents.Stored;

namespace Shirube.Tests.Architecture;

/// <summary>The rules of the house, held against the compiled code. Each was seen to fail once.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Rules = typeof(ShirubeDb).Assembly;

    private static readonly Assembly[] WaysIn = [Assembly.Load("Shirube.Web"), Assembly.Load("Shirube.Cli")];

    [Fact]
    public void Rules_Whole_KnowNothingOfTheWeb() =>
        Rules
            .GetReferencedAssemblies()
            .Select(reference => reference.Name)
            .ShouldAllBe(name => !name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Theory]
    [InlineData("Shirube.Documents.Text", "Shirube.Documents.Text")]
    [InlineData("Shirube.Calendar", "Shirube.Calendar Shirube.Documents.Text")]
    [InlineData("Shirube.Documents.Formats", "Shirube.Documents Shirube.Documents.Formats Shirube.Documents.Text")]
    [InlineData(
        "Shirube.Documents.Recognition",
        "Shirube.Documents Shirube.Documents.Recognition Shirube.Documents.Checks Shirube.Documents.Text Shirube.Calendar Shirube.Governments Shirube.Indicators"
    )]
    public void Room_LowInTheHouse_UsesOnlyWhatStandsBelowIt(string room, string below)
    {
        var allowed = below.Split(' ');

        var uses =
            from type in TypesOf(Rules)
            where IsIn(type, room)
            from used in CalledMembers.Of(type)
            let other = used.Member as Type ?? used.Member.DeclaringType
            where other?.Assembly == Rules && !IsGenerated(other)
            where !allowed.Any(name => other.Namespace == name || (name == room && IsIn(other, name)))
            select $"{type.FullName} uses {other.FullName}";

        uses.Distinct().ShouldBeEmpty();
    }

    /// <summary>The rules below hold when nothing is found: what finds must be seen to find.</summary>
    [Fact]
    public void CalledMembers_OfKnownCode_FindsItsCallsSettersAndTypes()
    {
        var save = TypesOf(Rules)
            .Where(type => type.FullName!.StartsWith(typeof(KeepAsRead).FullName!, StringComparison.Ordinal));
        var called = save.SelectMany(type => CalledMembers.Of(type)).Select(used => used.Member.Name).ToList();

        called.ShouldContain("SaveChangesAsync");
        called.ShouldContain("set_DecidedBy");
        Entities().Count.ShouldBeGreaterThan(15);
        WaysIn.SelectMany(TypesOf).SelectMany(type => CalledMembers.Of(type)).Count().ShouldBeGreaterThan(2000);
    }

    [Fact]
    public void Entity_OfAnotherCapability_IsChangedOnlyByItsOwn()
    {
        var entities = Entities();

        var changes =
            from type in TypesOf(Rules).Concat(WaysIn.SelectMany(TypesOf))
            where !IsIn(type, "Shirube.Data")
            from used in CalledMembers.Of(type)
            where
                used.Member is MethodInfo { IsSpecialName: true } setter
                && setter.Name.StartsWith("set_", StringComparison.Ordinal)
            where entities.Contains(used.Member.DeclaringType!)
            where CapabilityOf(type) != CapabilityOf(used.Member.DeclaringType!)
            select $"{type.FullName} changes {used.Member.DeclaringType!.Name}.{used.Member.Name}";

        changes.Distinct().ShouldBeEmpty();
    }

    /// <summary>A correction finds its value by name, whichever capability it belongs to; nothing else may write so.</summary>
    [Fact]
    public void Property_FoundByName_IsWrittenOnlyByACorrection()
    {
        var writes =
            from type in TypesOf(Rules).Concat(WaysIn.SelectMany(TypesOf))
            from used in CalledMembers.Of(type)
            let owner = used.Member.DeclaringType
            where
                (owner == typeof(PropertyInfo) && used.Member.Name == nameof(PropertyInfo.SetValue))
                || (owner == typeof(FieldInfo) && used.Member.Name == nameof(FieldInfo.SetValue))
                || (IsEntry(owner) && used.Member.Name is "set_CurrentValue" or "SetValues")
            select type;

        writes.Distinct().ShouldBe([typeof(StoredValue)]);
    }

    [Fact]
    public void WayIn_PageOrCommand_ChangesDataOnlyThroughOperations()
    {
        var writes =
            from assembly in WaysIn
            from type in TypesOf(assembly)
            // Identity is of the web, and so are the operations on accounts; their pages are not among them.
            where type.Namespace != "Shirube.Web.Accounts"
            from used in CalledMembers.Of(type)
            let owner = used.Member.DeclaringType
            where owner is not null && (owner == typeof(DbContext) || owner == typeof(ShirubeDb) || IsSetOfRules(owner))
            where
                used.Member.Name
                    is "SaveChanges"
                        or "SaveChangesAsync"
                        or "Add"
                        or "AddRange"
                        or "Update"
                        or "Remove"
                        or "RemoveRange"
            select $"{type.FullName} calls {owner.Name}.{used.Member.Name}";

        writes.Distinct().ShouldBeEmpty();
    }

    private static bool IsSetOfRules(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(DbSet<>)
        && type.GetGenericArguments()[0].Assembly == Rules;

    private static bool IsEntry(Type? owner) =>
        owner is not null && (typeof(MemberEntry).IsAssignableFrom(owner) || owner == typeof(PropertyValues));

    /// <summary>All that have a table, those that are reached only through another (the figures of an indicator) too.</summary>
    private static HashSet<Type> Entities()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=nowhere");
        using var db = new ShirubeDb(ShirubeDb.OptionsFor(nowhere), Scope.None);
        return [.. db.Model.GetEntityTypes().Select(entity => entity.ClrType)];
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace is not null);

    private static bool IsIn(Type type, string room) =>
        type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true;

    private static string CapabilityOf(Type type) => type.Namespace!.Split('.').ElementAtOrDefault(1) ?? "";

    private static bool IsGenerated(Type type) =>
        type.Namespace is null || type.Namespace.StartsWith("System", StringComparison.Ordinal);
}

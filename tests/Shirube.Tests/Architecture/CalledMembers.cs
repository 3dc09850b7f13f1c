using System.Reflection;
using System.Reflection.Emit;

namespace Shirube.Tests.Architecture;

/// <summary>The members that a type's compiled code uses: calls, fields and types, as its instructions name them.</summary>
internal static class CalledMembers
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<(MethodBase Caller, MemberInfo Member)> Of(Type type) =>
        type.GetMethods(Own)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(Own))
            .SelectMany(method => Of(method).Select(member => (method, member)));

    private static IEnumerable<MemberInfo> Of(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        for (var i = 0; i < code.Length; )
        {
            var value = code[i] == 0xFE ? BitConverter.ToInt16([code[i + 1], code[i]]) : code[i];
            var instruction = OpCodesByValue[value];
            i += instruction.Size;
            if (
                instruction.OperandType
                    is OperandType.InlineMethod
                        or OperandType.InlineField
                        or OperandType.InlineType
                        or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(code, i)) is { } member
            )
                yield return member;
            i += OperandLength(instruction, code, i);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null
        );

    private static int OperandLength(OpCode instruction, byte[] code, int at) =>
        instruction.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };
}

// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>
/// What compiles for nanoFramework 1.x and then fails to deploy, crashes, hangs, or silently does something else than on the desktop.
/// Reasons: the instruction table of nanoCLR's interpreter, the metadata processor's errors, and runs on nanoCLR 1.17.
/// </summary>
public static class BoardRules
{
    private static readonly Code[] s_noInstruction =
    [
        Code.Arglist, Code.Calli, Code.Ckfinite, Code.Cpblk, Code.Initblk, Code.Jmp, Code.Mkrefany, Code.Refanytype, Code.Refanyval,
    ];

    /// <summary>Rules for all board code.</summary>
    public static IReadOnlyList<BoardRule> All { get; } =
    [
        new("UserGenerics", "nanoCLR 1.x hangs or crashes on generic types and methods of our own", GenericDefinitions),
        new("GenericCalls", "the metadata processor cannot encode the call of a generic method", Instructions(i => i.Operand is GenericInstanceMethod)),
        new("GenericTypes", "Action<T>, Func<>, EventHandler<T> and other constructed types: the application never starts", Mentions(t => t is GenericInstanceType)),
        new("MultidimensionalArrays", "the metadata processor refuses them or nanoCLR crashes; use arrays of arrays", Mentions(t => t is ArrayType { Rank: > 1 })),
        new("InterfaceBodies", "default and static interface methods throw when called", InterfaceBodies),
        new("CheckedArithmetic", "checked does nothing on nanoCLR: overflow wraps there and throws on the desktop", Instructions(IsChecked)),
        new("Stackalloc", "stackalloc throws on nanoCLR", Instructions(i => i.OpCode.Code == Code.Localloc)),
        new("Pointers", "the metadata processor refuses pointers and pinned locals", Mentions(t => t is PointerType or PinnedType or FunctionPointerType)),
        new("Volatile", "nanoFramework has no volatile; its threads switch only between instructions", Mentions(t => t is RequiredModifierType { ModifierType.Name: "IsVolatile" })),
        new("EnumText", "ToString of an enum gives its number on nanoCLR and its name on the desktop", EnumText),
        new("MissingInstructions", "the interpreter of nanoCLR has no such instruction", Instructions(i => s_noInstruction.Contains(i.OpCode.Code))),
    ];

    /// <summary>Rule for what must give the same bytes on every runtime: integers decide.</summary>
    public static BoardRule FloatingPoint { get; } = new("FloatingPoint", "float and double differ between runtimes in rounding, text and conversion",
        type => Mentions(IsFloatingPoint)(type).Concat(Instructions(PushesFloatingPoint)(type)));

    private static Func<TypeDefinition, IEnumerable<string>> Mentions(Func<TypeReference, bool> isRefused) =>
        type => TypeMentions.Of(type).Where(m => isRefused(m.Type)).Select(m => $"{m.Place}: {m.Type.FullName}").Distinct();

    private static Func<TypeDefinition, IEnumerable<string>> Instructions(Func<Instruction, bool> isRefused) =>
        type => type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions.Where(isRefused).Select(i => $"{m.FullName}: {i}"));

    private static IEnumerable<string> GenericDefinitions(TypeDefinition type) =>
        type.Methods.Where(m => m.HasGenericParameters).Select(m => m.FullName).Concat(type.HasGenericParameters ? [type.FullName] : []);

    private static IEnumerable<string> InterfaceBodies(TypeDefinition type) =>
        type.IsInterface ? type.Methods.Where(m => m.HasBody).Select(m => m.FullName) : [];

    private static bool IsChecked(Instruction instruction) => instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal);

    private static IEnumerable<string> EnumText(TypeDefinition type) =>
        Instructions(i => i.Operand is MethodReference { Name: "ToString" } && i.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference t } && t.Resolve()?.IsEnum == true)(type);

    private static bool IsFloatingPoint(TypeReference type) => type.FullName is "System.Single" or "System.Double";

    private static bool PushesFloatingPoint(Instruction instruction) =>
        instruction.OpCode.StackBehaviourPush is StackBehaviour.Pushr4 or StackBehaviour.Pushr8;
}

// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>Every type that a type names: in its declaration, its signatures, its locals and its instructions.</summary>
public static class TypeMentions
{
    /// <summary>Mentions in one type, taken apart: an array of pointers gives the array, the pointer and what it points to.</summary>
    public static IEnumerable<(string Place, TypeReference Type)> Of(TypeDefinition type) =>
        Whole(type).Where(m => m.Type is not null).SelectMany(m => Parts(m.Type!).Select(t => (m.Place, t)));

    private static IEnumerable<(string Place, TypeReference? Type)> Whole(TypeDefinition type) =>
        type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType).Select(t => (type.FullName, (TypeReference?)t))
            .Concat(type.Fields.Select(f => (f.FullName, (TypeReference?)f.FieldType)))
            .Concat(type.Methods.SelectMany(m => Signature(m).Concat(InBody(m)).Select(t => (m.FullName, t))));

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference?> InBody(MethodDefinition method) =>
        !method.HasBody ? [] : method.Body.Variables.Select(v => v.VariableType)
            .Concat(method.Body.ExceptionHandlers.Select(h => h.CatchType))
            .Concat(method.Body.Instructions.SelectMany(InOperand));

    private static IEnumerable<TypeReference?> InOperand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => Signature(method).Append(method.DeclaringType),
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic),
        FunctionPointerType function => function.Parameters.Select(p => p.ParameterType).Append(function.ReturnType).SelectMany(Parts).Prepend(function),
        IModifierType modifier => Parts(((TypeSpecification)type).ElementType).Append(modifier.ModifierType).Prepend(type),
        TypeSpecification specification => Parts(specification.ElementType).Prepend(specification),
        _ => [type],
    };
}

// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Mono.Cecil;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>Something that the C# compiler accepts and that must not be in board code.</summary>
/// <param name="name">Short name of what is refused.</param>
/// <param name="reason">What happens on the board.</param>
/// <param name="find">Places inside one type that break the rule.</param>
public sealed class BoardRule(string name, string reason, Func<TypeDefinition, IEnumerable<string>> find)
{
    /// <summary>Short name of what is refused.</summary>
    public string Name { get; } = name;

    /// <summary>What happens on the board.</summary>
    public string Reason { get; } = reason;

    /// <summary>Places inside one type, its nested types not included, that break the rule.</summary>
    public IEnumerable<string> Find(TypeDefinition type) => find(type);
}

// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>Says which rule a type breaks.</summary>
/// <param name="rule">Name of the rule.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class OffendsAttribute(string rule) : Attribute
{
    /// <summary>Name of the rule.</summary>
    public string Rule { get; } = rule;
}
